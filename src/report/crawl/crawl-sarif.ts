import type { Language } from '../format-names.ts'
import { SARIF_SCHEMA } from '../sarif.ts'
import { type CrawlEntry, type CrawlReport, isFault } from './crawl-report.ts'
import { CRAWL_STATES } from './crawl-states.ts'
import { CRAWL_WORDS, entryWords } from './crawl-words.ts'

const resultsOf = (entry: CrawlEntry, language: Language) => {
  const result = {
    ruleId: entry.state,
    level: isFault(entry) ? 'error' : 'note',
    message: { text: `${entry.address} ${entryWords(entry, language)}` },
  }
  if (entry.sources.length === 0) return [result]
  return entry.sources.map(({ page, line }) => ({
    ...result,
    locations: [{ physicalLocation: { artifactLocation: { uri: page }, region: { startLine: line } } }],
  }))
}

/** SARIF 2.1.0: one result for each place that links to an address which is told of. */
export function crawlSarif(report: CrawlReport, language: Language): string {
  const entries = report.results.filter((entry) => entry.state !== 'alive')
  const states = CRAWL_STATES.filter((state) => entries.some((entry) => entry.state === state))
  const rules = states.map((state) => ({
    id: state,
    shortDescription: { text: CRAWL_WORDS[state].name[language] },
    help: { text: CRAWL_WORDS[state].remedy[language] },
  }))
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'portal-audit', rules } },
        results: entries.flatMap((entry) => resultsOf(entry, language)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
