import { stringify } from 'csv-stringify/sync'
import type { CrawlEntry, CrawlReport } from './crawl-report.ts'
import { entryWords } from './crawl-words.ts'

const HEADER = [
  '网址 address',
  '状态 state',
  '原因 cause',
  '说明 words',
  'words (en)',
  '转至 ends at',
  '推测 guessed',
  '所在页面 page',
  '行 line',
  '类型 kind',
]

const rowsOf = (entry: CrawlEntry): readonly (readonly string[])[] => {
  const head = [
    entry.address,
    entry.state,
    entry.cause,
    entryWords(entry, 'zh'),
    entryWords(entry, 'en'),
    entry.endsAt ?? '',
    entry.guessed ? '1' : '',
  ]
  if (entry.sources.length === 0) return [[...head, '', '', '']]
  return entry.sources.map(({ page, line, kind }) => [...head, page, String(line), kind])
}

/** One row for each place that links to an address, as Excel opens it; cells that would start a formula are made text. */
export const crawlCsv = (report: CrawlReport): string =>
  stringify([HEADER, ...report.results.flatMap((entry) => rowsOf(entry).map((row) => [...row]))], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
