import Table from 'cli-table3'
import type { ruleMatrix } from '../app/rules.ts'
import type { Language } from '../app/write-report.ts'

type Row = Awaited<ReturnType<typeof ruleMatrix>>[number]

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['条款', '名称', '检查（严重程度）', '周期', '依据'],
  en: ['clause', 'title', 'check (severity)', 'cadence', 'source'],
}

const MANUAL: Readonly<Record<Language, string>> = { zh: '人工', en: 'by hand' }

/** The cells of a clause; lines of the check and source columns belong together. */
function cells(row: Row, language: Language): readonly string[] {
  const { manual } = row
  const by = MANUAL[language]
  const checks = row.rules.map(({ check, severity }) => `${check} (${severity})`)
  const sources = row.rules.map((rule) => rule.source)
  const cadences = row.cadences.map((cadence) => cadence[language])
  return [
    [row.clause],
    [row.title],
    manual === null ? checks : [...checks, by],
    manual === null ? cadences : [...cadences, `${by}: ${manual.every[language]}`],
    manual === null ? sources : [...sources, manual.reason[language]],
  ].map((lines) => lines.join('\n'))
}

/** Every clause and what checks it, as a table for a terminal. */
export function matrixText(rows: readonly Row[], language: Language): string {
  const table = new Table({
    head: [...HEADS[language]],
    style: { head: [], border: [] },
  })
  for (const row of rows) table.push([...cells(row, language)])
  return `${table.toString()}\n`
}
