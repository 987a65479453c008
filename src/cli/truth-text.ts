import Table from 'cli-table3'
import type { TruthRow } from '../app/truth-table.ts'
import type { Language } from '../app/write-report.ts'

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['检查', '埋设', '查出', '无辜', '误判'],
  en: ['check', 'seeded', 'found', 'innocents', 'falsely accused'],
}

/** How each check did against the truth of the demo's city, and all of them together. */
export function truthText(rows: readonly TruthRow[], language: Language): string {
  const table = new Table({ head: [...HEADS[language]], style: { head: [], border: [], compact: true } })
  const sum = (part: 'seeded' | 'found' | 'innocents' | 'falselyAccused'): number =>
    rows.reduce((total, row) => total + row[part], 0)
  for (const row of rows) table.push([row.check, row.seeded, row.found, row.innocents, row.falselyAccused])
  const all = language === 'zh' ? '合计' : 'all'
  table.push([all, sum('seeded'), sum('found'), sum('innocents'), sum('falselyAccused')])
  return `${table.toString()}\n`
}
