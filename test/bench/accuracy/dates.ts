import type { Page } from '../../../src/facts/page.ts'
import { readPage } from '../../../src/facts/read-page.ts'
import { ANY_ADDRESS, LATE_DAY } from '../training/error-training.ts'
import { type DateFigures, figuresOf, type Judged, judged } from './date-figures.ts'
import { dataFolder, type Item, openSet } from './sets.ts'

const SETS = [
  'date-govcn-policy',
  'date-gov-pages',
  'date-zh-handcrafted',
  'date-gne',
  'date-htmldate',
] as const

/** What else exists, by the README of the labelled pages. */
const BESIDE: Readonly<Record<string, string>> = {
  'date-govcn-policy': 'best npm 4 of 70 with gov-pages, a 20-line heuristic 70 of 70',
  'date-zh-handcrafted': 'a 20-line heuristic .928 over all Chinese pages',
  'date-htmldate': 'htmldate 1.10 .903 (all 1,000 pages), best npm .697',
}

/** A page of a set, its label, and what was read. */
export interface DateCase extends Judged {
  readonly set: string
  readonly item: Item
  readonly page: Pick<Page, 'published' | 'written' | 'modified' | 'candidates'>
  /** Whether the page's site is one of those whose misses were looked at while the scores were set. */
  readonly seen: boolean
}

/** Three of four sites, always the same, by a hash of the host; pages without an address by their file. Of the rest only figures were read. */
export function isSeen({ url, file }: Item): boolean {
  const host = typeof url === 'string' ? new URL(url).hostname.replace(/^www\./, '') : file
  let hash = 0x811c9dc5
  for (const sign of host) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash >>> 7) % 4 !== 3
}

/** Reads every page of the date sets, its address withheld. */
export function measureDates(data: string): readonly DateCase[] {
  return SETS.flatMap((name) => {
    const set = openSet(data, name)
    return set.items.map((item) => {
      const page = readPage({
        bytes: set.bytesOf(item),
        contentType: null,
        address: ANY_ADDRESS,
        observedOn: LATE_DAY,
      })
      const { published, written, modified, candidates } = page
      return {
        set: name,
        item,
        page: { published, written, modified, candidates },
        seen: isSeen(item),
        ...judged(item, page.published),
      }
    })
  })
}

const share = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^0/, ''))

const line = (name: string, f: DateFigures, beside = ''): string =>
  [
    name.padEnd(34),
    `${String(f.all).padStart(4)} pages`,
    `accuracy ${share(f.accuracy)}`,
    `precision ${share(f.precision)}`,
    `recall ${share(f.recall)}`,
    `F1 ${share(f.f1)}`,
    `right ${f.right} wrong ${f.wrong} missed ${f.missed} rightly none ${f.rightlyNone}`,
    `wrong and later ${share(f.later / f.all)}`,
    ...(beside === '' ? [] : [`(${beside})`]),
  ].join('  ')

function writtenLine(cases: readonly DateCase[]): string {
  const labelled = cases.filter(({ item }) => typeof item.written_date === 'string')
  const right = labelled.filter(({ item, page }) => page.written?.date === item.written_date).length
  const told = labelled.filter(({ page }) => page.written !== null).length
  return `成文日期 written: right ${right} of ${labelled.length} labelled, precision ${share(right / told)}`
}

/** Prints what was measured; with its misses where they are asked for. */
export function printDates(cases: readonly DateCase[], misses: boolean): void {
  const only = (keep: (one: DateCase) => boolean): DateFigures => figuresOf(cases.filter(keep))
  for (const name of SETS) {
    console.log(
      line(
        name,
        only(({ set }) => set === name),
        BESIDE[name],
      ),
    )
    const languages = [
      ...new Set(cases.filter(({ set }) => set === name).map(({ item }) => String(item.lang))),
    ].sort()
    for (const lang of languages.length < 2 ? [] : languages)
      console.log(
        line(
          `  ${lang}`,
          only(({ set, item }) => set === name && String(item.lang) === lang),
        ),
      )
    console.log(
      line(
        '  sites looked at while tuning',
        only(({ set, seen }) => set === name && seen),
      ),
    )
    console.log(
      line(
        '  sites never looked at',
        only(({ set, seen }) => set === name && !seen),
      ),
    )
  }
  console.log(writtenLine(cases))
  console.log(
    'No score is fitted by a program: the sites never looked at, one in four, show how far those set by hand carry.',
  )
  if (!misses) return
  for (const { set, item, page, verdict } of cases) {
    if (verdict === 'right' || verdict === 'rightly none') continue
    const { published } = page
    console.log(
      `${verdict.padEnd(6)} ${set}/${item.file} label ${item.date ?? '-'} read ${published === null ? '-' : `${published.date} (${published.source}, ${published.confidence}: ${published.quote})`}`,
    )
  }
}

if (process.argv[1] === import.meta.filename)
  printDates(measureDates(dataFolder(process.argv)), process.argv.includes('--misses'))
