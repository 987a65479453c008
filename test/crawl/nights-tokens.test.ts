import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signalled } from '../support/killed.ts'
import { added, all, put } from '../support/nights/changes.ts'
import { type Nights, openNights } from '../support/nights/nights.ts'
import { page, SITE, START, type World, worldOf } from '../support/nights/world.ts'

let nights: Nights
beforeAll(async () => {
  nights = await openNights(5)
})
afterAll(async () => {
  await nights.close()
})

const FILE = '/file.html?access_token=abc'

/** A file that only its token opens, linked by these pages. */
const filed = (...pages: readonly (readonly [path: string, links: readonly string[]])[]): World =>
  worldOf({
    [START]: page([...pages.map(([path]) => path), '/gone.html']),
    ...Object.fromEntries(pages.map(([path, links]) => [`${SITE}${path}`, page(links)])),
    [`${SITE}${FILE}`]: page(['/file-gone.html']),
  })

const WORLDS: readonly (readonly [name: string, world: World])[] = [
  ['one page', filed(['/a.html', [FILE]])],
  ['two pages that write it alike', filed(['/a.html', [FILE]], ['/b.html', [FILE]])],
  ['two pages, one relative to itself', filed(['/a.html', [FILE]], ['/b.html', [FILE.slice(1)]])],
  ['a page that writes it twice', filed(['/a.html', ['/x.html', FILE, `onclick ${FILE}`]])],
  ['the start alone', worldOf({ [START]: page([FILE]), [`${SITE}${FILE}`]: page(['/file-gone.html']) })],
]

/** The dead addresses of the world: those that open with a token are not among them. */
const deadIn = (
  results: readonly { readonly state: string; readonly address: string }[],
): readonly string[] => results.filter(({ state }) => state === 'dead').map(({ address }) => address)

describe('what only a token opens is alive night after night, linked from', () => {
  it.each(WORLDS)('%s', async (_name, world) => {
    const changed = all(added('/index.html', '/new.html'), put('/new.html', ['/new-gone.html']))(world)
    const said = await nights.compare([{ world }, { world }, { world: changed }, { world: changed }])
    for (const { report } of said) expect(deadIn(report.results)).not.toContain(`${SITE}/file.html`)
    expect(deadIn(said.at(-1)?.report.results ?? [])).toContain(`${SITE}/file-gone.html`)
  })

  it('a page that wrote it as one did that is not linked any more', async () => {
    const link = FILE.slice(1)
    const world = filed(['/a.html', [link, '/b.html']], ['/b.html', [link]])
    const [first, second] = [page(['/a.html']), page(['/b.html'])]
    const before = { ...world, pages: { ...world.pages, [START]: first } }
    const after = {
      ...world,
      edition: 2,
      pages: { ...world.pages, [START]: { ...second, edition: 2 } },
    }
    const [, night] = await nights.compare([{ world: before }, { world: after }])
    expect(deadIn(night?.report.results ?? [])).toEqual([`${SITE}/file-gone.html`])
  })

  it('a page that was read before a kill, when it is resumed', async () => {
    const world = filed(['/a.html', [FILE]])
    nights.served.become(world)
    const store = nights.newStore()
    const from = nights.served.requests.length
    const asked = (): readonly string[] => nights.served.requests.slice(from).map(({ path }) => path)
    const killed = await signalled('SIGKILL', () => asked().includes(FILE), nights.args(store))
    expect(killed.signal).toBe('SIGKILL')
    const resumed = await nights.crawl(store, ['--resume'])
    expect(resumed).toEqual(await nights.crawl(nights.newStore()))
    expect(asked()).not.toContain('/file.html')
  })
})
