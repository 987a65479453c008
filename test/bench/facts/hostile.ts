import { type Address, toAddress } from '../../../src/core/address.ts'
import { type Day, parseDay } from '../../../src/core/day.ts'
import { readPage } from '../../../src/facts/read-page.ts'
import { HUGE_PAGES, spoilt, WHOLE_PAGES } from '../../facts/hostile-pages.ts'
import { MUTATIONS } from '../../facts/mutations.ts'

const MUTATED = 2_000
const TODAY = parseDay('2026-11-16') as Day
const ADDRESS = toAddress('http://withheld.invalid/withheld/page.html') as Address

/** Processor milliseconds that a page takes to be read. */
function timeOf(bytes: Uint8Array): number {
  const before = process.cpuUsage()
  readPage({ bytes, contentType: 'text/html', address: ADDRESS, observedOn: TODAY })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The same numbers in every run. */
function chances(): (limit: number) => number {
  let state = 20261116
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % Math.max(1, limit)
  }
}

const chance = chances()
const names = Object.keys(MUTATIONS)
const times = Array.from({ length: MUTATED }, (_, at) => {
  const page = WHOLE_PAGES[at % WHOLE_PAGES.length] ?? new Uint8Array()
  const ways = [
    names[chance(names.length)] ?? '',
    ...(at % 2 === 0 ? [] : [names[chance(names.length)] ?? '']),
  ]
  return { name: ways.join(' + '), time: timeOf(spoilt(page, ways, chance)) }
}).sort((a, b) => b.time - a.time)
const [slowest] = times
const total = times.reduce((sum, { time }) => sum + time, 0)
console.log(
  `${MUTATED} mutated pages: no throw, ${(total / MUTATED).toFixed(1)} ms a page, worst ${slowest?.time.toFixed(0)} ms (${slowest?.name})`,
)
for (const [name, made] of Object.entries(HUGE_PAGES)) {
  const bytes = made()
  const time = timeOf(bytes)
  console.log(
    `20 MB of ${name.padEnd(22)} ${time.toFixed(0).padStart(6)} ms, ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB held`,
  )
}
