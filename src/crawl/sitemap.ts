import { XMLParser } from 'fast-xml-parser'
import { gunzipSync } from 'fflate'
import { type Address, toAddress } from '../core/address.ts'
import type { Fetcher } from '../fetch/fetcher.ts'

/** sitemaps.org: so many addresses in one file, and so many files below an index. */
const MOST_ADDRESSES = 50_000
const MOST_FILES = 500

type Node = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
})

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The addresses of `loc` elements in a list of `url` or `sitemap` elements. */
function locationsIn(list: unknown, base: Address): readonly Address[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown) => {
    const text = isNode(entry) && typeof entry.loc === 'string' ? entry.loc : ''
    return toAddress(text, base) ?? []
  })
}

/** What a sitemap file says: pages, and further files. Nothing for a body that is no sitemap. */
export function readSitemap(
  bytes: Uint8Array,
  base: Address,
): { readonly pages: readonly Address[]; readonly files: readonly Address[] } {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  try {
    const text = new TextDecoder().decode(isGzip ? gunzipSync(bytes) : bytes)
    if (!/<(?:urlset|sitemapindex)\b/.test(text)) {
      const lines = /^\s*https?:\/\//.test(text) ? text.split(/\s+/) : []
      return { pages: lines.flatMap((line) => toAddress(line) ?? []).slice(0, MOST_ADDRESSES), files: [] }
    }
    const { urlset, sitemapindex }: Node = parser.parse(text)
    return {
      pages: isNode(urlset) ? locationsIn(urlset.url, base).slice(0, MOST_ADDRESSES) : [],
      files: isNode(sitemapindex) ? locationsIn(sitemapindex.sitemap, base) : [],
    }
  } catch {
    return { pages: [], files: [] }
  }
}

const SITEMAP_LINE = /^\s*sitemap\s*:\s*(\S+)/gim

/** Every page that the sitemaps of a site name: those that robots.txt lists, else `/sitemap.xml` (sitemaps.org). */
export async function sitemapSeeds(start: Address, fetcher: Fetcher): Promise<readonly Address[]> {
  const body = async (address: Address): Promise<Uint8Array | null> => {
    const { observation, body: kept } = await fetcher.fetch({
      purpose: 'visit',
      address,
      origin: 'discovered',
      wants: 'page',
    })
    const { answer } = observation
    return answer.kind === 'response' && answer.status === 200 ? (kept?.bytes ?? null) : null
  }
  const robots = toAddress('/robots.txt', start)
  const rules = robots === null ? null : await body(robots)
  const named = [...new TextDecoder().decode(rules ?? new Uint8Array()).matchAll(SITEMAP_LINE)].flatMap(
    ([, text = '']) => toAddress(text, start) ?? [],
  )
  const fallback = toAddress('/sitemap.xml', start)
  const queue = named.length > 0 ? named : fallback === null ? [] : [fallback]
  const files = new Set<Address>(queue)
  const pages = new Set<Address>()
  for (const file of files) {
    if (files.size > MOST_FILES) break
    const bytes = await body(file)
    const found = bytes === null ? { pages: [], files: [] } : readSitemap(bytes, file)
    for (const page of found.pages) pages.add(page)
    for (const further of found.files) files.add(further)
  }
  return [...pages]
}
