import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import { openAddressBook } from '../../src/crawl/address-book.ts'
import { answerLog } from '../../src/crawl/answer-log.ts'
import type { CrawlAnswer, CrawlStore, UnchangedAnswer } from '../../src/store/crawl-store.ts'
import { openCrawlStore } from '../../src/store/open-store.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const START = 'http://www.yunchuan.gov.example/' as Address
const READ_AT = Date.UTC(2026, 0, 15)
const DAY = 86_400_000

let space: Workspace
let store: CrawlStore

beforeAll(async () => {
  space = await workspace()
  store = await openCrawlStore(space.path('log.db'))
})

afterAll(async () => {
  await store.close()
  await space.remove()
})

const page = (number: number): CrawlAnswer => ({
  number,
  purpose: 'visit',
  observedAt: READ_AT + number,
  reply: { status: 200, etag: `"${number}"`, bytes: 10, duration: 1, attempts: 1 },
  links: Buffer.from([number & 0x7f, 0, 0]),
  content: null,
  fragments: null,
})

const again = (number: number, sameAs: number): UnchangedAnswer => ({
  number,
  observedAt: READ_AT + DAY + number,
  duration: number + 2,
  attempts: 1 + (number % 3),
  isWell: true,
  sameAs,
})

/** What is read of a page that had not changed. */
const unchangedPage = (number: number, sameAs: number): CrawlAnswer => {
  const { observedAt, duration, attempts } = again(number, sameAs)
  const unchangedSince = page(number).observedAt
  const reply = { ...page(number).reply, duration, attempts, unchanged: true, unchangedSince } as const
  return { ...page(number), observedAt, reply, sameAs }
}

const numbersFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at)

describe('answerLog', () => {
  it.each([
    { what: 'a page read anew after one turn', anew: 1, unchanged: 0, afterTurn: 1 },
    { what: 'a few that are unchanged a little later', anew: 0, unchanged: 5, afterTurn: 0 },
    { what: 'those together with a page read anew', anew: 1, unchanged: 5, afterTurn: 6 },
    { what: 'many that are unchanged after one turn', anew: 0, unchanged: 260, afterTurn: 260 },
    // A machine that is too busy for a turn within the wait gets another try.
  ])('writes $what', { retry: 3 }, async ({ anew, unchanged, afterTurn }) => {
    const begin = { start: START, startedAt: 0, scope: '{}', token: 'aa' }
    const first = await store.begin(begin)
    const old = numbersFrom(0, unchanged)
    await store.add(first, { addresses: [], answers: old.map(page), unchanged: [] })
    const crawl = await store.begin(begin)
    const log = answerLog(store, crawl, await openAddressBook(store, crawl.site, () => 'inside'))
    const written = async (): Promise<number> => {
      let count = 0
      const reader = await openCrawlStore(space.path('log.db'))
      await reader.eachVisited(crawl.id, () => {
        count += 1
      })
      await reader.close()
      return count
    }

    for (const number of old) log.addUnchanged(again(number, first.id))
    for (const number of numbersFrom(unchanged, anew)) log.add(page(number))
    await turn()
    expect(await written()).toBe(afterTurn)
    await expect.poll(written, { timeout: 2_000 }).toBe(anew + unchanged)
    await log.settle()

    const answers = await store.answers(crawl.id, numbersFrom(0, anew + unchanged))
    const wanted = numbersFrom(0, anew + unchanged).map((number) =>
      number < unchanged ? unchangedPage(number, first.id) : page(number),
    )
    expect([...answers].sort((a, b) => a.number - b.number)).toEqual(wanted)
  })
})
