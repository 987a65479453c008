import type { Language } from '../format-names.ts'
import { crawlCsv } from './crawl-csv.ts'
import { crawlJunit } from './crawl-junit.ts'
import type { CrawlReport } from './crawl-report.ts'
import { crawlSarif } from './crawl-sarif.ts'
import { crawlText } from './crawl-text.ts'

/** The formats of a crawl's report. */
export const CRAWL_FORMATS = ['text', 'json', 'csv', 'junit', 'sarif'] as const

/** The name of such a format. */
export type CrawlFormat = (typeof CRAWL_FORMATS)[number]

interface Rendering {
  readonly file: string
  readonly render: (report: CrawlReport, language: Language) => string
}

/** How each format is made, and the name of its file. */
export const CRAWL_RENDERINGS: Readonly<Record<CrawlFormat, Rendering>> = {
  text: { file: 'crawl.txt', render: crawlText },
  json: { file: 'crawl.json', render: (report) => `${JSON.stringify(report, null, 2)}\n` },
  csv: { file: 'crawl.csv', render: (report) => crawlCsv(report) },
  junit: { file: 'crawl-junit.xml', render: crawlJunit },
  sarif: { file: 'crawl.sarif', render: crawlSarif },
}
