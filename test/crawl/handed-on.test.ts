import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import { type HandedOn, handedOnFrom, handedOnText } from '../../src/crawl/found-links.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const MUCH = Array.from({ length: 200_001 }, (_, at) => at)

let space: Workspace
let server: LoopbackServer
/** What the start page links to. */
let links: readonly string[]

beforeEach(async () => {
  space = await workspace()
  links = ['/a.html', '/gone.html']
  server = await startServer((request, response) => {
    const { url = '', headers } = request
    const etag = `"${links.join()}"`
    const isPage = url === '/' || url === '/a.html'
    const isUnchanged = isPage && headers['if-none-match'] === etag
    response.writeHead(isUnchanged ? 304 : isPage ? 200 : 404, { 'content-type': 'text/html', etag })
    const list = url === '/' ? links.map((one) => `<a href="${one}">x</a>`).join('') : ''
    response.end(isUnchanged ? undefined : `<title>x</title>${list}<p>${'内容'.repeat(200)}</p>`)
  })
})
afterEach(async () => {
  await server.close()
  await space.remove()
})

const crawl = async (...args: readonly string[]) => {
  const usual = ['--store', space.path('crawl.db'), '--format', 'json', '--quiet']
  const { out } = await portalAudit('crawl', `${server.origin}/`, ...usual, ...args)
  return JSON.parse(out) as {
    readonly counts: { readonly links: number }
    readonly results: readonly unknown[]
  }
}

const handedOn = (): readonly number[] => {
  const database = new Database(space.path('crawl.db'))
  const rows = database.prepare('select crawl_id from crawl_found order by crawl_id').pluck().all()
  database.close()
  return rows as number[]
}

/** Writes into what the crawls have handed on, so that it is seen where a later one takes it. */
function write(change: string): void {
  const database = new Database(space.path('crawl.db'))
  database.exec(`update crawl_found set found = json_set(found, ${change})`)
  database.close()
}

/** The options of both crawls, what the start page links to on the second night, and whether that takes what was found. */
const NIGHTS: readonly (readonly [
  name: string,
  first: readonly string[],
  second: readonly string[],
  links: readonly string[],
  isTaken: boolean,
])[] = [
  ['by the next one, where nothing has changed', [], [], ['/a.html', '/gone.html'], true],
  ['not where a page has another link', [], [], ['/a.html', '/gone.html', '/b.html'], false],
  ['not where a page has one link less', [], [], ['/gone.html'], false],
  ['not by one that tells of everything', [], ['--all'], ['/a.html', '/gone.html'], false],
  ['not by one that begins anew', [], ['--fresh'], ['/a.html', '/gone.html'], false],
  ['not by one of another scope', [], ['--depth', '5'], ['/a.html', '/gone.html'], false],
  [
    'not by one with a budget of time',
    ['--minutes', '9'],
    ['--minutes', '9'],
    ['/a.html', '/gone.html'],
    false,
  ],
  [
    'not by one with room for little more',
    ['--pages', '3'],
    ['--pages', '3'],
    ['/a.html', '/gone.html'],
    false,
  ],
  ['by one with room for twice as much', ['--pages', '6'], ['--pages', '6'], ['/a.html', '/gone.html'], true],
]

describe('what a crawl has found in links', () => {
  it.each(NIGHTS)('is taken %s', async (_name, first, second, then, isTaken) => {
    await crawl(...first)
    expect(handedOn()).toEqual([1])
    write("'$.links', 1234")
    links = then
    const { counts } = await crawl(...second)
    expect(counts.links === 1234).toBe(isTaken)
  })

  it.each([
    ['that was cut short', ['--pages', '1']],
    ['that tells of everything', ['--all']],
  ])('is not handed on by a crawl %s', async (_name, args) => {
    await crawl(...args)
    expect(handedOn()).toEqual([])
  })

  it('is not handed on where links hold tokens', async () => {
    links = ['/a.html?access_token=1']
    await crawl()
    expect(handedOn()).toEqual([])
  })

  it.each<readonly [text: string | null, what: string, path?: string, value?: unknown]>([
    ['', 'nothing'],
    ['{', 'half of something'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['{"pages":1}', 'only a part'],
    [null, 'ranges that end inside one', '$.asked', [0, 2, 5]],
    [null, 'ranges out of order', '$.asked', [2, 0]],
    [null, 'numbers that nobody gave', '$.asked', [0, 1_000_000_000]],
    [null, 'words for numbers', '$.asked', ['0', '1']],
    [null, 'places without their lines', '$.told', [{ number: 2, isGuessed: false, places: [[0]] }]],
    [null, 'no list of starts', '$.starts', 7],
  ])('is left alone where it is broken: %s %s', async (text, _what, path, value) => {
    await crawl()
    const database = new Database(space.path('crawl.db'))
    if (text !== null) database.prepare('update crawl_found set found = ?').run(text)
    else write(`'${path}', json('${JSON.stringify(value)}')`)
    database.close()
    const { counts, results } = await crawl()
    expect(counts.links).toBe(2)
    expect(results).toHaveLength(1)
  })

  it.each<readonly [what: string, much: Partial<HandedOn>]>([
    [
      'links to what is told of',
      { told: [{ number: 1, isGuessed: false, places: MUCH.map(() => [0, 1, 0]) }] },
    ],
    ['ranges of numbers', { asked: MUCH }],
    ['starts', { starts: MUCH.map(() => 'http://www.city.example/' as Address) }],
  ])('is not handed on where there are too many %s', (_what, much) => {
    const little: HandedOn = { pages: 1, links: 1, asked: [0, 0], unasked: 0, told: [], starts: [] }
    expect(handedOnFrom(handedOnText(little) ?? '')).toEqual(little)
    expect(handedOnText({ ...little, ...much })).toBeNull()
  })

  it('is looked for again where an address is told of that was alive before', async () => {
    await crawl()
    write("'$.links', 1234, '$.told', json('[]')")
    const { counts, results } = await crawl()
    expect(counts.links).toBe(2)
    expect(results).toHaveLength(1)
  })
})
