import fc from 'fast-check'
import { added, all, type Change, cut, edited, gone, lowered, moved, put } from './changes.ts'
import { OUTSIDE, page, redirect, SITE, START, SUB, type World, type WorldPage, worldOf } from './world.ts'

const PAGES = 25

const PATHS: readonly string[] = [
  '/index.html',
  ...Array.from({ length: PAGES - 1 }, (_, at) =>
    at % 3 === 0 ? `/p${at}.html` : `/part${at % 3}/p${at}.html`,
  ),
]

/** What pages link to beside one another: what is gone, what is no page, what is elsewhere, and what leads nowhere. */
const OTHER_LINKS: readonly string[] = [
  ...['/gone1.html', '/gone2.html', '/part1/gone3.html', 'img /a.png', 'img /gone.png'],
  ...[`${OUTSIDE}/a.html`, `${OUTSIDE}/b.html`, `${OUTSIDE}/gone.html`, `${SUB}/`, `${SUB}/a.html`],
  ...['http://http://bad.example/', 'http:///', '#here', '#nowhere', '/p0.html#here', '/part1/p1.html#away'],
  ...['onclick /gone1.html', 'option /part2/gone4.html', 'mailto:a@b.example'],
]
/** Addresses beside the pages of the site that come and go. */
const OTHER_PAGES: readonly string[] = [
  '/gone1.html',
  '/part1/gone3.html',
  `${OUTSIDE}/b.html`,
  `${SUB}/a.html`,
]

const path = fc.constantFrom(...PATHS)
const href = fc.oneof(
  { weight: 6, arbitrary: path },
  { weight: 1, arbitrary: path.map((one) => `onclick ${one}`) },
  { weight: 4, arbitrary: fc.constantFrom(...OTHER_LINKS) },
)
const hrefs = fc.array(href, { maxLength: 6 })

const made = fc
  .record({
    links: hrefs,
    rest: fc.record<Partial<WorldPage>>(
      {
        text: fc.constantFrom('long', 'long', 'short', 'none'),
        version: fc.constantFrom('etag', 'etag', 'date', 'both', 'none'),
        places: fc.constantFrom([], ['here'], ['here', 'away']),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ links, rest }) => page(links, rest))

const standing = fc.oneof(
  { weight: 10, arbitrary: made },
  { weight: 1, arbitrary: path.map((to) => redirect(to)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<WorldPage['status']>(404, 410, 500).map((status) => page([], { status })),
  },
)

/** A site of five pages or more, and some pages of other hosts. */
const worlds: fc.Arbitrary<World> = fc
  .record({
    start: hrefs,
    pages: fc.array(standing, { minLength: 4, maxLength: PAGES - 1 }),
    others: fc.subarray(['/a.png', `${SUB}/`, `${OUTSIDE}/a.html`, ...OTHER_PAGES]),
  })
  .map(({ start, pages, others }) => {
    const all: [string, WorldPage][] = [
      // The start leads into the site, whatever else it links to.
      [START, page([...start, ...PATHS.slice(1, 4)])],
      ...pages.map((one, at): [string, WorldPage] => [`${SITE}${PATHS[at + 1]}`, one]),
      ...others.map((one): [string, WorldPage] => [
        one.startsWith('/') ? `${SITE}${one}` : one,
        page(['/index.html', '/gone2.html', '/p0.html']),
      ]),
    ]
    return worldOf(Object.fromEntries(all))
  })

const anywhere = fc.oneof(
  { weight: 6, arbitrary: path },
  { weight: 1, arbitrary: fc.constantFrom(...OTHER_PAGES) },
)

/** A link that a page has, by its place among them. */
const withLink =
  (on: string, which: number, then: (href: string) => Change): Change =>
  (world) => {
    const links = world.pages[on.startsWith('/') ? `${SITE}${on}` : on]?.links ?? []
    const found = links[which % Math.max(1, links.length)]
    return found === undefined ? world : then(found.href)(world)
  }

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(path, href).map(([on, to]) => added(on, to)),
  fc.tuple(path, fc.nat(9)).map(([on, which]) => withLink(on, which, (found) => cut(on, found))),
  fc.tuple(path, fc.nat(9)).map(([on, which]) => withLink(on, which, (found) => lowered(on, found))),
  anywhere.map((one) => gone(one)),
  fc.tuple(anywhere, made).map(([one, { links, ...rest }]) =>
    put(
      one,
      links.map(({ kind, href }) => `${kind} ${href}`),
      rest,
    ),
  ),
  fc.tuple(path, path).map(([from, to]) => moved(from, to)),
  path.map((one) => edited(one, () => ({}))),
  fc
    .tuple(path, fc.constantFrom<WorldPage['text']>('long', 'short', 'none'))
    .map(([one, text]) => edited(one, () => ({ text }))),
  fc.constant<Change>((world) => ({ ...world, down: world.down.length > 0 ? [] : ['www.other.example'] })),
)

/** A world and what becomes of it in one or two nights more. */
export const histories: fc.Arbitrary<readonly World[]> = fc
  .record({
    world: worlds,
    nights: fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 2 }),
  })
  .map(({ world, nights }) => {
    const history = [world]
    for (const changes of nights) history.push(all(...changes)(history.at(-1) ?? world))
    return history
  })
