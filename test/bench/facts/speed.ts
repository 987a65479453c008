import { Parser } from 'htmlparser2'
import { type Address, toAddress } from '../../../src/core/address.ts'
import { type Day, parseDay } from '../../../src/core/day.ts'
import { readPage } from '../../../src/facts/read-page.ts'
import { dataFolder, openSet } from '../accuracy/sets.ts'

/** Rounds over all pages; the first one warms up and is not counted. */
const ROUNDS = 5
const SETS = ['date-htmldate', 'forms-formasaurus', 'date-govcn-policy', 'list-zh']

const TODAY = parseDay('2026-11-16') as Day
const ADDRESS = toAddress('http://withheld.invalid/withheld/page.html') as Address

const OPTIONS = { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }
const nothing = (): void => {}

/** A SAX pass over the bytes: decoded, every tag, attribute and text made, and nothing done with them. */
function bareParse(bytes: Uint8Array): void {
  const parser = new Parser({ onopentag: nothing, ontext: nothing, onclosetag: nothing }, OPTIONS)
  parser.end(new TextDecoder('utf-8').decode(bytes))
}

/** The leanest pass there is: over a text decoded before, told of nothing. */
function leanestParse(text: string): void {
  new Parser({}, OPTIONS).end(text)
}

const allFacts = (bytes: Uint8Array): void => {
  readPage({ bytes, contentType: 'text/html', address: ADDRESS, observedOn: TODAY })
}

/** Processor milliseconds, so that what else runs on the machine does not count. */
const timed = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Milliseconds that one page takes, medians over the rounds. */
export interface PageTimes {
  readonly bytes: number
  readonly facts: number
  readonly bare: number
  readonly leanest: number
}

/** Times every page of a set in turn: all facts, the bare pass, the leanest pass, again and again. */
export function measureSpeed(data: string, name: string): readonly PageTimes[] {
  const set = openSet(data, name)
  return set.items.map((item): PageTimes => {
    const bytes = set.bytesOf(item)
    const text = new TextDecoder('utf-8').decode(bytes)
    const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
      facts: timed(() => allFacts(bytes)),
      bare: timed(() => bareParse(bytes)),
      leanest: timed(() => leanestParse(text)),
    })).slice(1)
    return {
      bytes: bytes.length,
      facts: median(rounds.map((round) => round.facts)),
      bare: median(rounds.map((round) => round.bare)),
      leanest: median(rounds.map((round) => round.leanest)),
    }
  })
}

function print(name: string, pages: readonly PageTimes[]): void {
  const of = (key: keyof PageTimes): number => median(pages.map((page) => page[key]))
  const sum = (key: keyof PageTimes): number => pages.reduce((total, page) => total + page[key], 0)
  const ratios = (peer: 'bare' | 'leanest'): string => {
    const each = pages.map((page) => page.facts / page[peer])
    return `median ${median(each).toFixed(2)}, of sums ${(sum('facts') / sum(peer)).toFixed(2)}, worst ${Math.max(...each).toFixed(1)}`
  }
  console.log(
    `${name}: ${pages.length} pages, ${(sum('bytes') / pages.length / 1024).toFixed(0)} KB a page
  all facts ${of('facts').toFixed(2)} ms · bare pass ${of('bare').toFixed(2)} ms · leanest pass ${of('leanest').toFixed(2)} ms a page (medians)
  ratio to the bare pass (the same bytes, decoded and told)    ${ratios('bare')}
  ratio to the leanest pass (decoded before, told of nothing)  ${ratios('leanest')}`,
  )
}

if (process.argv[1] === import.meta.filename) {
  const data = dataFolder(process.argv)
  console.log(
    `Processor milliseconds a page, medians of ${ROUNDS} rounds; target: ratio ≤ 3, median over date-htmldate.`,
  )
  const only = process.argv.indexOf('--set')
  for (const name of only < 0 ? SETS : process.argv.slice(only + 1, only + 2))
    print(name, measureSpeed(data, name))
}
