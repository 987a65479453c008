import { changed, link, page, redirect, SITE, type World, type WorldPage, without } from './world.ts'

/** What happens to a world between two nights. */
export type Change = (world: World) => World

const at = (path: string): string => (path.startsWith('/') ? `${SITE}${path}` : path)

/** Nothing happens. */
export const still: Change = (world) => world

/** Several changes in one night. */
export const all =
  (...changes: readonly Change[]): Change =>
  (world) =>
    changes.reduce((before, change) => change(before), world)

/** A page, by its path or address, becomes another edition. */
export const edited =
  (path: string, change: (before: WorldPage) => Partial<WorldPage>): Change =>
  (world) =>
    changed(world, at(path), change)

/** A page gets more links. */
export const added = (path: string, ...links: readonly string[]): Change =>
  edited(path, (before) => ({ links: [...before.links, ...links.map((one) => link(one))] }))

/** A page loses links. */
export const cut = (path: string, ...hrefs: readonly string[]): Change =>
  edited(path, ({ links }) => ({ links: links.filter(({ href }) => !hrefs.includes(href)) }))

/** A link of a page moves some lines down. */
export const lowered = (path: string, href: string): Change =>
  edited(path, ({ links }) => ({
    links: links.map((one) => (one.href === href ? { ...one, above: one.above + 3 } : one)),
  }))

/** A page stands where none stood or another one. */
export const put = (path: string, ...made: Parameters<typeof page>): Change =>
  edited(path, () => page(...made))

/** An address sends its readers on. */
export const moved = (path: string, to: string, status: 301 | 302 = 302): Change =>
  edited(path, () => redirect(to, status))

/** The page of one path stands at another too, with its ETag: as servers do that make it from content. */
export const copied =
  (from: string, to: string): Change =>
  (world) => {
    const page = world.pages[at(from)]
    return page === undefined ? world : { ...world, pages: { ...world.pages, [at(to)]: page } }
  }

/** Pages are deleted. */
export const gone =
  (...paths: readonly string[]): Change =>
  (world) =>
    without(world, ...paths.map(at))
