import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import type { Crawl, CrawlAnswer, CrawlStore } from '../../src/store/crawl-store.ts'
import { openCrawlStore } from '../../src/store/open-store.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const START = 'http://www.yunchuan.gov.example/' as Address
const LAST = 3_000

let space: Workspace
let store: CrawlStore
beforeEach(async () => {
  space = await workspace()
  store = await openCrawlStore(space.path('store.sqlite'))
})
afterEach(async () => {
  await store.close()
  await space.remove()
})

const visit = (number: number, rest: Partial<CrawlAnswer> = {}): CrawlAnswer => ({
  ...{ number, purpose: 'visit', observedAt: 5 },
  reply: { status: 200, duration: 1, attempts: 1 },
  links: new Uint8Array([1, 2, 3]),
  ...{ content: null, fragments: null },
  ...rest,
})

const begun = (): Promise<Crawl> => store.begin({ start: START, startedAt: 1, scope: '{}', token: 'aa' })

/** A crawl that answers every third number, with a repeat to every thirtieth, and that names every address. */
async function everyThird(): Promise<Crawl> {
  const crawl = await begun()
  const all = Array.from({ length: LAST }, (_, number) => number)
  await store.add(crawl, {
    addresses: all.map((number) => ({ number, address: `${START}${number}.html` })),
    answers: all
      .filter((number) => number % 3 === 0)
      .flatMap((number) =>
        number % 30 === 0
          ? [visit(number), visit(number, { purpose: 'repeat', links: null })]
          : [visit(number)],
      ),
    unchanged: [],
  })
  return crawl
}

const every = (step: number, from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + at * step)

describe('answers of a crawl are looked up by', () => {
  it.each<readonly [string, readonly number[]]>([
    ['no number', []],
    ['one number', [30]],
    ['one that is not there', [31]],
    ['a few', [0, 3, 4, 90]],
    ['a few in disorder, one of them twice', [90, 0, 90, 4]],
    ['numbers that follow on one another', every(1, 10, 40)],
    ['more than are looked up at once', every(1, 0, 600)],
    ['numbers that are dense', [...every(1, 0, 20), ...every(1, 25, 20)]],
    ['numbers that lie apart', every(50, 0, 60)],
    ['many in disorder', [...every(7, 0, 400)].reverse()],
  ])('%s', async (_name, numbers) => {
    const { id, site } = await everyThird()
    const there = [...new Set(numbers)].filter((number) => number % 3 === 0).sort((a, b) => a - b)
    const answers = await store.answers(id, numbers)
    const visits = answers.filter(({ purpose }) => purpose === 'visit')
    expect(visits.map(({ number }) => number).sort((a, b) => a - b)).toEqual(there)
    const repeated = there.filter((number) => number % 30 === 0)
    expect(answers).toHaveLength(there.length + repeated.length)
    const earlier = await store.earlier(id, numbers)
    expect(earlier.map(({ number }) => number).sort((a, b) => a - b)).toEqual(there)
    expect(
      earlier.every(({ isPage, isInDoubt, hasFragments }) => isPage && !isInDoubt && !hasFragments),
    ).toBe(true)
    const addresses = await store.addresses(site, numbers)
    expect(addresses.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      [...new Set(numbers)].sort((a, b) => a - b),
    )
  })
})

describe('an answer to a visit without its page', () => {
  it.each([
    [{}, { isPage: true, isInDoubt: false, hasFragments: false }],
    [{ links: null }, { isPage: false, isInDoubt: false, hasFragments: false }],
    [{ content: new Uint8Array([7]) }, { isPage: true, isInDoubt: true, hasFragments: false }],
    [{ fragments: '{}' }, { isPage: true, isInDoubt: false, hasFragments: true }],
  ] as const)('of %j says %j', async (rest, said) => {
    const crawl = await begun()
    await store.add(crawl, { addresses: [], answers: [visit(1, rest)], unchanged: [] })
    expect(await store.earlier(crawl.id, [1])).toEqual([
      { number: 1, sameAs: null, readWholeAt: 5, reply: visit(1).reply, ...said },
    ])
  })

  it('is that of the crawl which stores the page, where nothing had changed', async () => {
    const first = await begun()
    await store.add(first, { addresses: [], answers: [visit(1), visit(2)], unchanged: [] })
    const second = await begun()
    const again = { number: 2, observedAt: 9, duration: 4, attempts: 1, isWell: true, sameAs: first.id }
    await store.add(second, { addresses: [], answers: [], unchanged: [again] })
    const [found, ...rest] = await store.earlier(second.id, [1, 2])
    expect(rest).toEqual([])
    expect(found).toMatchObject({ number: 2, readWholeAt: 5, sameAs: first.id, isPage: true })
  })
})

describe('answers that are taken back', () => {
  const ALL = [1, 2, 3, 4, 5, 6]
  const visited = async (crawl: Crawl): Promise<readonly number[]> => {
    const numbers: number[] = []
    await store.eachVisited(crawl.id, (number) => numbers.push(number))
    return numbers.sort((a, b) => a - b)
  }

  it.each<readonly [string, readonly number[], readonly number[]]>([
    ['none', [], [1, 2, 3, 4, 5, 6]],
    ['one that was read', [1], [2, 3, 4, 5, 6]],
    ['one that had not changed', [3], [1, 2, 4, 5, 6]],
    ['one among others that had not changed', [5], [1, 2, 3, 4, 6]],
    ['some of both', [2, 3, 6], [1, 4, 5]],
    ['all', [1, 2, 3, 4, 5, 6], []],
    ['one that is not there', [9], [1, 2, 3, 4, 5, 6]],
  ])('%s', async (_name, numbers, left) => {
    const first = await begun()
    await store.add(first, { addresses: [], answers: ALL.map((one) => visit(one)), unchanged: [] })
    const second = await begun()
    const again = (number: number) => ({
      ...{ number, observedAt: 9, duration: 4, attempts: 1, isWell: true, sameAs: first.id },
    })
    // In rows of their own and in one.
    const [own, ...together] = [3, 4, 5, 6].map(again)
    const answers = [visit(1), visit(2)]
    await store.add(second, { addresses: [], answers, unchanged: own === undefined ? [] : [own] })
    await store.add(second, { addresses: [], answers: [], unchanged: together })
    await store.forget(second.id, numbers)
    expect(await visited(second)).toEqual(left)
    const reader = await openCrawlStore(space.path('store.sqlite'))
    const stored: number[] = []
    await reader.eachVisited(second.id, (number) => stored.push(number))
    await reader.close()
    expect(stored.sort((a, b) => a - b)).toEqual(left)
    expect(await visited(first)).toEqual(ALL)
  })
})
