import { Parser } from 'htmlparser2'
import { type Address, toAddress } from '../../../src/core/address.ts'
import { type Day, parseDay } from '../../../src/core/day.ts'
import { decode } from '../../../src/facts/decode.ts'
import { readPage } from '../../../src/facts/read-page.ts'
import { dataFolder, openSet } from '../accuracy/sets.ts'

/** Rounds over all pages; the first one warms up and is not counted. */
const ROUNDS = 5

const TODAY = parseDay('2026-11-16') as Day
const ADDRESS = toAddress('http://withheld.invalid/withheld/page.html') as Address

/** The peer: every token of the page is made, with decoded entities, and nothing is done with it. */
function bareParse(bytes: Uint8Array): void {
  const { text } = decode(bytes, 'text/html')
  const nothing = (): void => {}
  const parser = new Parser(
    { onopentag: nothing, ontext: nothing, onclosetag: nothing },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(text)
}

const allFacts = (bytes: Uint8Array): void => {
  readPage({ bytes, contentType: 'text/html', address: ADDRESS, observedOn: TODAY })
}

const timed = (work: () => void): number => {
  const before = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - before) / 1e6
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Milliseconds a page, medians over the rounds: all facts, the bare parse, and the ratio of the two. */
function measure(name: string): void {
  const set = openSet(dataFolder(process.argv.slice(2)), name)
  const pages = set.items.map((item) => {
    const bytes = set.bytesOf(item)
    const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
      facts: timed(() => allFacts(bytes)),
      bare: timed(() => bareParse(bytes)),
    })).slice(1)
    const facts = median(rounds.map((round) => round.facts))
    const bare = median(rounds.map((round) => round.bare))
    return { bytes: bytes.length, facts, bare, ratio: facts / bare }
  })
  const sum = (of: (page: (typeof pages)[number]) => number): number =>
    pages.reduce((total, page) => total + of(page), 0)
  const figures = [
    `${pages.length} pages`,
    `${(sum((page) => page.bytes) / pages.length / 1024).toFixed(0)} KB a page`,
    `all facts ${median(pages.map((page) => page.facts)).toFixed(2)} ms`,
    `bare htmlparser2 ${median(pages.map((page) => page.bare)).toFixed(2)} ms`,
    `ratio median ${median(pages.map((page) => page.ratio)).toFixed(2)}, of sums ${(sum((page) => page.facts) / sum((page) => page.bare)).toFixed(2)}, worst ${Math.max(...pages.map((page) => page.ratio)).toFixed(1)}`,
  ]
  console.log(`${name.padEnd(20)} ${figures.join(' · ')}`)
}

console.log('Milliseconds a page, medians of 5 rounds; the bare parse decodes and tokenises the same bytes.')
for (const name of ['date-htmldate', 'forms-formasaurus', 'date-govcn-policy', 'list-zh']) measure(name)
