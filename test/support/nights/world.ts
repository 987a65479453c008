/** The site that is crawled, a further host of the same house, and one that is somebody else's. */
export const SITE = 'http://www.city.example'
export const SUB = 'http://sub.city.example'
export const OUTSIDE = 'http://www.other.example'
/** Where every crawl starts. */
export const START = `${SITE}/index.html`

/** A folder that answers 200 to everything. */
export const EVERYTHING = '/every/'

/** A link of a page. */
export interface WorldLink {
  /** `onclick` and `option` are only guessed. */
  readonly kind: 'a' | 'img' | 'onclick' | 'option'
  readonly href: string
  /** Empty lines above it. */
  readonly above: number
}

/** What stands at one address. */
export interface WorldPage {
  readonly status: 200 | 301 | 302 | 404 | 410 | 500
  /** Where a redirect leads. */
  readonly to: string
  readonly links: readonly WorldLink[]
  /** `none`: says only that it does not exist; `alike`: as every address below {@link EVERYTHING} that there is not. */
  readonly text: 'long' | 'short' | 'none' | 'alike'
  /** Names of its places that fragments mean. */
  readonly places: readonly string[]
  /** By what its versions are told: ETag, Last-Modified, both, or neither. */
  readonly version: 'etag' | 'date' | 'both' | 'none'
  /** Which version it is: its ETag, and the minutes of its Last-Modified. */
  readonly edition: number
}

/** Everything that there is to crawl, at one time. */
export interface World {
  /** By their addresses; at every other there is none. */
  readonly pages: Readonly<Record<string, WorldPage>>
  /** The newest edition of any page so far: no two that differ share one, also when a page comes back. */
  readonly edition: number
  /** Hosts that break off every connection but for robots.txt, which is remembered for a day. */
  readonly down: readonly string[]
  /** What robots.txt of the site says; null for none. */
  readonly robots: string | null
  /** Addresses that the site's sitemap names. */
  readonly sitemap: readonly string[]
}

/** A world of these pages. */
export const worldOf = (pages: World['pages']): World => ({
  pages,
  edition: 1,
  down: [],
  robots: null,
  sitemap: [],
})

/** A link as the tables write it: `/a.html`, or with its kind, `img /a.png`. */
export function link(written: string, above = 0): WorldLink {
  const [kind = '', href] = written.split(' ')
  return href === undefined
    ? { kind: 'a', href: kind, above }
    : { kind: kind as WorldLink['kind'], href, above }
}

/** A long page with an ETag and these links, unless `rest` says otherwise. */
export const page = (links: readonly string[] = [], rest: Partial<WorldPage> = {}): WorldPage => ({
  ...{ status: 200, to: '', text: 'long', places: [], version: 'etag', edition: 1 },
  links: links.map((one) => link(one)),
  ...rest,
})

/** A page that sends its reader on. */
export const redirect = (to: string, status: 301 | 302 = 302): WorldPage => page([], { status, to })

/** The world with another page at an address, as a new edition of what stood there. */
export function changed(
  world: World,
  address: string,
  change: (before: WorldPage) => Partial<WorldPage>,
): World {
  const edition = world.edition + 1
  const before = world.pages[address] ?? page()
  const after = { ...before, ...change(before), edition }
  return { ...world, edition, pages: { ...world.pages, [address]: after } }
}

/** The world without these pages. */
export function without(world: World, ...addresses: readonly string[]): World {
  const kept = Object.entries(world.pages).filter(([address]) => !addresses.includes(address))
  return { ...world, pages: Object.fromEntries(kept) }
}
