import Table from 'cli-table3'
import type { ruleMatrix } from '../app/rules.ts'
import type { Language } from '../app/write-report.ts'
import { brokenLines } from './broken-lines.ts'

type Row = Awaited<ReturnType<typeof ruleMatrix>>[number]

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['条款', '名称', '检查（严重程度）', '周期', '依据'],
  en: ['clause', 'title', 'check (severity)', 'cadence', 'source'],
}

const MANUAL: Readonly<Record<Language, string>> = { zh: '人工', en: 'by hand' }

/** Terminal columns of each column; what is longer goes on in the next line. */
const WIDTHS: readonly number[] = [7, 22, 36, 28, 54]
/** A space on either side. */
const PADDING = 2

/** The lines of a clause: the n-th check stands beside its source. */
function linesOf(row: Row, language: Language): readonly (readonly string[])[] {
  const { manual } = row
  const by = MANUAL[language]
  const checks = row.rules.map(({ check, severity }) => `${check} (${severity})`)
  const sources = row.rules.map((rule) => rule.source)
  const cadences = row.cadences.map((cadence) => cadence[language])
  const columns = [
    [row.clause],
    [row.title],
    manual === null ? checks : [...checks, by],
    manual === null ? cadences : [...cadences, `${by}: ${manual.every[language]}`],
    manual === null ? sources : [...sources, manual.reason[language]],
  ]
  const most = Math.max(...columns.map((lines) => lines.length))
  return Array.from({ length: most }, (_, at) => columns.map((lines) => lines[at] ?? ''))
}

/** Every clause and what checks it, as a table for a terminal. */
export function matrixText(rows: readonly Row[], language: Language): string {
  const table = new Table({
    head: [...HEADS[language]],
    style: { head: [], border: [] },
    colWidths: WIDTHS.map((width) => width + PADDING),
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  })
  const lines = rows.flatMap((row) => linesOf(row, language))
  for (const line of lines) table.push(line.map((cell, at) => brokenLines(cell, WIDTHS[at] ?? cell.length)))
  return `${table.toString()}\n`
}
