import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signalled } from '../support/killed.ts'
import { added, all, cut, gone, put } from '../support/nights/changes.ts'
import { type Nights, openNights } from '../support/nights/nights.ts'
import { SMALL_CITY } from '../support/nights/small-city.ts'

/** Milliseconds that an answer takes, so that there is a half-way. */
const DELAY = 15

let nights: Nights
beforeAll(async () => {
  nights = await openNights(DELAY)
})
afterAll(async () => {
  await nights.close()
})

const CHANGED = all(
  added('/a/2.html', '/new.html'),
  put('/new.html', ['/new-gone.html', '/gone.html', '/index.html']),
  cut('/b.html', '/cycle/1.html'),
  gone('/guess.html'),
)(SMALL_CITY)
const LATER = all(cut('/a.html', '/a/gone.html'), put('/later.html', ['/later-gone.html', '/']))(CHANGED)

/** Crawls with the real program and kills it after so many requests. */
async function killed(store: string, after: number, args: readonly string[]): Promise<void> {
  const from = nights.served.requests.length
  const when = (): boolean => nights.served.requests.length - from >= after
  expect((await signalled('SIGKILL', when, nights.args(store, args))).signal).toBe('SIGKILL')
}

describe.each([
  ['', []],
  ['--all --fragments ', ['--all', '--fragments']],
] as const)('a night %sthat was killed half-way', (_name, args) => {
  it('and resumed, also twice, reports as if nothing had happened, and so do later nights', async () => {
    const store = nights.newStore()
    nights.served.become(SMALL_CITY)
    await nights.crawl(store, args)
    nights.served.become(CHANGED)
    await killed(store, 8, args)
    await killed(store, 6, [...args, '--resume'])
    expect(await nights.crawl(store, [...args, '--resume'])).toEqual(
      await nights.crawl(nights.newStore(), args),
    )
    nights.served.become(LATER)
    expect(await nights.crawl(store, args)).toEqual(await nights.crawl(nights.newStore(), args))
  })

  it.each([
    ['with a sitemap and resumed without', ['--sitemap'], []],
    ['and resumed afresh', [], ['--fresh']],
  ] as const)('%s reports nothing that is not linked any more', async (_how, more, resumed) => {
    const store = nights.newStore()
    nights.served.become(SMALL_CITY)
    await nights.crawl(store, [...args, ...more])
    nights.served.become(CHANGED)
    await killed(store, 12, [...args, ...more])
    expect(await nights.crawl(store, [...args, ...resumed, '--resume'])).toEqual(
      await nights.crawl(nights.newStore(), args),
    )
  })

  it('and given up leaves nothing behind in the report of the next', async () => {
    const store = nights.newStore()
    nights.served.become(SMALL_CITY)
    await nights.crawl(store, args)
    nights.served.become(CHANGED)
    await killed(store, 12, args)
    nights.served.become(LATER)
    expect(await nights.crawl(store, args)).toEqual(await nights.crawl(nights.newStore(), args))
  })
})
