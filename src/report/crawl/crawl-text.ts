import type { Language } from '../format-names.ts'
import type { CrawlReport } from './crawl-report.ts'
import { CRAWL_STATES } from './crawl-states.ts'
import { CRAWL_WORDS, entryWords } from './crawl-words.ts'
import { cutLines } from './cut-reasons.ts'

const number = (count: number): string => count.toLocaleString('en-US')

function totals({ counts, cutShort, reliable, doubts }: CrawlReport, language: Language): readonly string[] {
  const zh = language === 'zh'
  const states = CRAWL_STATES.filter((state) => (counts.byState[state] ?? 0) > 0).map(
    (state) => `${CRAWL_WORDS[state].name[language]} ${number(counts.byState[state] ?? 0)}`,
  )
  return [
    zh
      ? `网址 ${number(counts.addresses)}，页面 ${number(counts.pages)}，链接 ${number(counts.links)}`
      : `${number(counts.addresses)} addresses, ${number(counts.pages)} pages, ${number(counts.links)} links`,
    states.join(zh ? '，' : ', '),
    ...cutLines(cutShort, language),
    ...(reliable
      ? []
      : [zh ? '我方网络自检未通过，结果不可信。' : 'Our own network was not well: do not rely on this.']),
    ...doubts.map((doubt) => `  ${doubt.text[language]}`),
  ]
}

/** Lines for a terminal: each address with every page and line that holds it, then the totals. */
export function crawlText(report: CrawlReport, language: Language): string {
  const entries = report.results.flatMap((entry) => [
    entry.address,
    `  ${entryWords(entry, language)}`,
    ...entry.sources.map(({ page, line, kind }) => `    ${page}:${line} ${kind}`),
  ])
  return `${[...entries, ...totals(report, language)].join('\n')}\n`
}
