import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { added, all, type Change, copied, cut, edited, gone, put, still } from '../support/nights/changes.ts'
import { type Night, type Nights, openNights } from '../support/nights/nights.ts'
import { SMALL_CITY } from '../support/nights/small-city.ts'
import { SITE } from '../support/nights/world.ts'

let nights: Nights
beforeAll(async () => {
  nights = await openNights()
})
afterAll(async () => {
  await nights.close()
})

/** A bit of everything. */
const MUCH = all(
  added('/a/2.html', '/new.html', '/c.html#away', '/c.html#far'),
  put('/new.html', ['/new-gone.html', '/gone.html', '/index.html']),
  put('/later.html', ['/later-gone.html', '/index.html', '/b.html']),
  cut('/b.html', '/cycle/1.html'),
  gone('/guess.html'),
  edited('/c.html', () => ({ places: ['away'] })),
)
const SITEMAP: Change = (world) => ({ ...world, sitemap: [`${SITE}/b.html`, `${SITE}/lone.html`] })
const robots =
  (path: string): Change =>
  (world) => ({ ...world, robots: `User-agent: *\nDisallow: ${path}\n` })
const HOME = '--prefix /index'
const SUB_HOST = 'sub.city.example'
const LONE = put('/lone.html', ['/lone-gone.html', '/a.html', '/index.html'])

type Nightly = readonly [change: Change, options: string]

const TABLE: readonly (readonly [name: string, ...nights: readonly Nightly[]])[] = [
  ['--all', [still, '--all'], [MUCH, '--all'], [still, '--all']],
  [
    '--all, a redirect becoming the page that it led to',
    [still, '--all'],
    [copied('/a/1.html', '/moved.html'), '--all'],
  ],
  ['--all on later nights', [still, ''], [MUCH, '--all'], [still, '--all']],
  ['--fragments', [still, '--fragments'], [MUCH, '--fragments'], [still, '--fragments']],
  ['--fragments on later nights', [still, ''], [still, '--fragments'], [MUCH, '--fragments']],
  ['--fragments on the first night', [still, '--fragments'], [still, ''], [MUCH, '']],
  ['--depth', [still, '--depth 2'], [MUCH, '--depth 2'], [still, '--depth 2']],
  ['--depth, a greater one', [still, '--depth 1'], [MUCH, '--depth 2'], [still, '']],
  ['--depth, a smaller one', [still, ''], [MUCH, '--depth 2'], [still, '--depth 1']],
  ['--pages', [still, '--pages 9'], [MUCH, '--pages 9'], [still, '--pages 12']],
  ['--sitemap', [all(LONE, SITEMAP), '--sitemap'], [MUCH, '--sitemap']],
  ['--sitemap on the first night', [all(LONE, SITEMAP), '--sitemap'], [MUCH, ''], [still, '']],
  ['--sitemap on later nights', [all(LONE, SITEMAP), ''], [MUCH, '--sitemap'], [still, '']],
  ['--no-external', [still, '--no-external'], [MUCH, '--no-external']],
  ['--no-external on the first night', [still, '--no-external'], [still, ''], [MUCH, '']],
  ['--no-external on later nights', [still, ''], [still, '--no-external'], [MUCH, '--no-external']],
  ['--prefix', [still, `${HOME} --prefix /a`], [MUCH, `${HOME} --prefix /a`]],
  ['--prefix on the first night', [still, `${HOME} --prefix /a`], [still, ''], [MUCH, '']],
  ['--prefix on later nights', [still, ''], [still, `${HOME} --prefix /a`], [MUCH, `${HOME} --prefix /a`]],
  ['--prefix, another one', [still, `${HOME} --prefix /a`], [still, `${HOME} --prefix /b`], [MUCH, '']],
  ['--prefix without the start, then with it', [still, '--prefix /a'], [still, HOME], [MUCH, '']],
  ['--host', [still, `--host ${SUB_HOST}`], [MUCH, `--host ${SUB_HOST}`]],
  ['--host on the first night', [still, `--host ${SUB_HOST}`], [still, ''], [MUCH, '']],
  ['--host on later nights', [still, ''], [still, `--host ${SUB_HOST}`], [MUCH, '--host *.city.example']],
  ['--fresh on the second night', [still, ''], [MUCH, '--fresh'], [added('/a.html', '/x-gone.html'), '']],
  ['--fresh, and another robots.txt', [robots('/a'), ''], [all(MUCH, robots('/b')), '--fresh'], [still, '']],
]

function nightsOf(list: readonly Nightly[]): readonly Night[] {
  let world = SMALL_CITY
  return list.map(([change, options]) => {
    world = change === still ? world : change(world)
    return { world, args: options === '' ? [] : options.split(' ') }
  })
}

it('nights of two scopes that take turns ask each only for what has changed since the last of its own', async () => {
  const inside = ['--prefix', '/a', ...HOME.split(' ')]
  const world = SMALL_CITY
  const before = nights.served.unchanged()
  await nights.compare([{ world }, { world, args: inside }])
  const alone = nights.served.unchanged() - before
  await nights.compare([{ world }, { world, args: inside }, { world }, { world, args: inside }])
  expect(alone).toBe(0)
  expect(nights.served.unchanged()).toBeGreaterThan(before + 15)
})

describe('the report of a night is that of a crawl without any night before, with', () => {
  it.each(TABLE.map(([name, ...list]) => [name, list] as const))('%s', async (_name, list) => {
    const said = await nights.compare(nightsOf(list))
    expect(said).toHaveLength(list.length)
  })
})
