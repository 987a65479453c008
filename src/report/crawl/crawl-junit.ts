import type { Language } from '../format-names.ts'
import { xml } from '../xml.ts'
import { type CrawlEntry, type CrawlReport, isFault } from './crawl-report.ts'
import { CRAWL_WORDS, entryWords } from './crawl-words.ts'

function testcase(entry: CrawlEntry, language: Language): string {
  const open = `    <testcase classname="${entry.state}" name="${xml(entry.address)}"`
  if (entry.state === 'alive') return `${open}/>`
  const words = xml(entryWords(entry, language))
  if (!isFault(entry)) return `${open}>\n      <skipped message="${words}"/>\n    </testcase>`
  const places = entry.sources.map(({ page, line }) => `${page}:${line}`)
  const text = xml([CRAWL_WORDS[entry.state].remedy[language], ...places].join('\n'))
  return `${open}>\n      <failure type="${entry.state}" message="${words}">${text}</failure>\n    </testcase>`
}

/** JUnit XML for a nightly job: faults are failures, what is not certain is skipped. */
export function crawlJunit(report: CrawlReport, language: Language): string {
  const failures = report.results.filter(isFault).length
  const skipped = report.results.filter((entry) => !isFault(entry) && entry.state !== 'alive').length
  const reached = `    <testcase classname="crawl" name="${xml(report.start)}"/>`
  const cases = [reached, ...report.results.map((entry) => testcase(entry, language))]
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="portal-audit crawl">
  <testsuite name="${xml(report.start)}" tests="${cases.length}" failures="${failures}" skipped="${skipped}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`
}
