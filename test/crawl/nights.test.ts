import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  added,
  all,
  type Change,
  cut,
  edited,
  gone,
  lowered,
  moved,
  put,
  still,
} from '../support/nights/changes.ts'
import { type Nights, openNights } from '../support/nights/nights.ts'
import { SMALL_CITY } from '../support/nights/small-city.ts'
import { link, OUTSIDE } from '../support/nights/world.ts'

let nights: Nights
beforeAll(async () => {
  nights = await openNights()
})
afterAll(async () => {
  await nights.close()
})

/** What happened in a night, and whether the report tells of it. */
const CHANGES: readonly (readonly [name: string, change: Change, shows: boolean])[] = [
  ['nothing', still, false],
  ['a link to a page that was known is added', added('/a/1.html', '/b.html'), true],
  ['a dead link is added, by ETag', added('/a.html', '/new-gone.html'), true],
  ['a dead link is added, by Last-Modified', added('/b.html', '/new-gone.html'), true],
  ['a dead link is added, by neither', added('/a/deep.html', '/new-gone.html'), true],
  ['a link that was dead before is added', added('/a/1.html', '/cycle/gone.html'), true],
  ['a malformed link is added', added('/c.html', 'http://http://worse.example/'), true],
  ['a link is firm that was guessed', added('/a/1.html', '/a/guessed-gone.html'), true],
  [
    'a link is only guessed that was firm',
    all(cut('/cycle/1.html', '/cycle/gone.html'), added('/a.html', 'onclick /cycle/gone.html')),
    true,
  ],
  ['a dead link is taken out of one of its pages', cut('/b.html', '/gone.html'), true],
  ['a dead link is taken out of its only page', cut('/a/chosen.html', '/a/gone-too.html'), true],
  ['a malformed link is taken out', cut('/b.html', 'http:///'), true],
  ['a dead link moves to another line', lowered('/a.html', '/a/gone.html'), true],
  ['a page is gone that is still linked', gone('/b.html'), true],
  [
    'a page is gone that is not linked any more',
    all(gone('/guess.html'), cut('/index.html', '/guess.html')),
    true,
  ],
  ['a page is not linked any more that is still there', cut('/index.html', '/short.html'), true],
  ['a page that answers 404 is not linked any more', cut('/index.html', '/later.html'), true],
  ['a page answers 410 that answered 404', put('/later.html', [], { status: 410 }), true],
  ['a page fails that was well', put('/a.html', [], { status: 500 }), true],
  ['a page fails that was dead', put('/later.html', [], { status: 500 }), true],
  [
    'a new page brings dead links of its own',
    all(added('/a/2.html', '/new.html'), put('/new.html', ['/new-gone.html', '/gone.html'])),
    true,
  ],
  [
    'a dead address comes back with links of its own',
    put('/later.html', ['/later-gone.html', '/index.html', '/b.html']),
    true,
  ],
  ['an ETag changes without content', edited('/a.html', () => ({})), false],
  ['a Last-Modified changes without content', edited('/b.html', () => ({})), false],
  ['content changes without its links', edited('/c.html', () => ({ places: ['place', 'away'] })), false],
  [
    'a page says that it does not exist',
    edited('/b.html', () => ({ text: 'none', links: [link('/index.html')] })),
    true,
  ],
  [
    'a page does not say any more that it does not exist',
    edited('/none.html', () => ({ text: 'long' })),
    true,
  ],
  [
    'a page is no longer like what its folder says of everything',
    edited('/every/a.html', () => ({ text: 'short' })),
    true,
  ],
  ['a page is a page again where everything answers 200', put('/every/a.html', ['/gone.html']), true],
  ['a page is gone where everything answers 200', gone('/every/a.html'), true],
  ['a short page grows long', edited('/short.html', () => ({ text: 'long' })), false],
  ['a page no longer tells its version', edited('/a.html', () => ({ version: 'none' })), false],
  ['a redirect leads to another page', moved('/moved.html', '/guess.html'), true],
  ['a redirect leads to a page that is gone', moved('/moved.html', '/gone.html', 301), true],
  ['a redirect becomes a page', put('/moved.html', ['/index.html', '/moved-gone.html', '/b.html']), true],
  ['a page becomes a redirect', moved('/b.html', '/a/2.html'), true],
  ['a page becomes a redirect out of the site', moved('/b.html', `${OUTSIDE}/x.html`), true],
  ['a subtree is cut off', cut('/index.html', '/a.html', '/moved.html'), true],
  ['a cycle is cut off', cut('/b.html', '/cycle/1.html'), true],
  ['a cycle is gone but for one page', gone('/cycle/1.html', '/cycle/2.html'), true],
  ['the start is left with one link', edited('/index.html', () => ({ links: [link('/c.html')] })), true],
  ['a host outside dies', (world) => ({ ...world, down: ['www.other.example'] }), true],
  ['a page outside changes', edited(`${OUTSIDE}/x.html`, () => ({})), false],
  ['a page outside is gone', gone(`${OUTSIDE}/x.html`), true],
  ['a page outside comes back', put(`${OUTSIDE}/gone.html`), true],
]

describe('the report of a night is that of a crawl without any night before, where', () => {
  it.each(CHANGES)('%s', async (_name, change, shows) => {
    const after = change(SMALL_CITY)
    const [first, second, third] = await nights.compare([
      { world: SMALL_CITY },
      { world: after },
      { world: after },
    ])
    expect(third).toEqual(second)
    if (shows) expect(second).not.toEqual(first)
    else expect(second).toEqual(first)
  })

  it('pages go back to how they were, with the ETags that they had', async () => {
    const world = all(
      cut('/a.html', '/a/gone.html'),
      gone('/c.html'),
      put('/later.html', ['/index.html']),
    )(SMALL_CITY)
    const [first, , third] = await nights.compare([{ world: SMALL_CITY }, { world }, { world: SMALL_CITY }])
    expect(third).toEqual(first)
  })

  it('hosts outside die that are not linked any more', async () => {
    const links = Array.from({ length: 20 }, (_, at) => `http://h${at}.other.example/`)
    const world = added('/index.html', ...links)(SMALL_CITY)
    const down = links.map((link) => new URL(link).hostname)
    const after = { ...cut('/index.html', ...links)(world), down }
    const [first, second] = await nights.compare([{ world }, { world: after }])
    expect([first?.report.reliable, second?.report.reliable]).toEqual([true, true])
  })

  it('pages that tell their version are not sent again', async () => {
    const before = nights.served.unchanged()
    await nights.compare([{ world: SMALL_CITY }, { world: SMALL_CITY }])
    expect(nights.served.unchanged() - before).toBeGreaterThan(10)
  })
})
