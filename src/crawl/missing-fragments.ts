import { meansPlace } from '../links/fragments.ts'
import type { Crawl, CrawlStore } from '../store/crawl-store.ts'
import type { Place } from './found-links.ts'
import type { Fragments } from './page-reader.ts'

/** A fragment that means no place of the page that it is linked with. */
export interface MissingFragment {
  /** Number of the page. */
  readonly page: number
  /** Without its `#`. */
  readonly fragment: string
  readonly places: readonly Place[]
}

/** The fragments of a crawl's links that mean no place. Only pages that were read are judged. */
export async function missingFragments(store: CrawlStore, crawl: Crawl): Promise<readonly MissingFragment[]> {
  const wanted = new Map<number, Map<string, Place[]>>()
  await store.eachFragments(crawl.id, ({ number, fragments }) => {
    const { uses } = JSON.parse(fragments) as Fragments
    for (const [to, line, kind, fragment] of uses) {
      const ofPage = wanted.get(to) ?? new Map<string, Place[]>()
      wanted.set(to, ofPage)
      const places = ofPage.get(fragment) ?? []
      ofPage.set(fragment, places)
      places.push([number, line, kind])
    }
  })
  const missing: MissingFragment[] = []
  await store.eachFragments(crawl.id, ({ number, fragments }) => {
    const ofPage = wanted.get(number)
    if (ofPage === undefined) return
    const { names: list, isUnsure } = JSON.parse(fragments) as Fragments
    if (isUnsure === true) return
    const names = new Set(list)
    for (const [fragment, places] of ofPage) {
      if (!meansPlace(fragment, names)) missing.push({ page: number, fragment, places })
    }
  })
  return missing
}
