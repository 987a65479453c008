import type { Element, Outline } from '../outline.ts'

/** The elements of a page that may tell of its dates, found in one pass over all of them. */
export interface Survey {
  readonly lang: string
  readonly metas: readonly Element[]
  readonly links: readonly Element[]
  /** Links to share the page or to keep it: they repeat its address. */
  readonly shares: readonly Element[]
  /** What has an itemprop, meta elements aside. */
  readonly properties: readonly Element[]
  /** Places in the list of elements of what states a moment for programs. */
  readonly timed: readonly number[]
  /** The headings of the first levels that hold text. */
  readonly headings: readonly Element[]
}

const LEVELS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3'])
/** So much of each is kept. */
const MOST = 2000
/** Behind the scheme and the host of a link that shares another address. */
const SHARED = 12

const statesMoment = ({ name, attributes: a, start, end }: Element): boolean =>
  a.datetime !== undefined ||
  a['data-date'] !== undefined ||
  a['data-datetime'] !== undefined ||
  a['data-timestamp'] !== undefined ||
  a['data-time'] !== undefined ||
  (a.title !== undefined && (name === 'abbr' || name === 'time' || (name === 'span' && end - start <= 40)))

const isShare = ({ rel, href }: Element['attributes']): boolean =>
  rel === 'bookmark' || (href !== undefined && href.indexOf('http', SHARED) > 0)

/** Looks at each element once. */
export function surveyOf({ elements }: Outline): Survey {
  const kept = {
    metas: [] as Element[],
    links: [] as Element[],
    shares: [] as Element[],
    properties: [] as Element[],
    timed: [] as number[],
    headings: [] as Element[],
  }
  let lang: string | undefined
  const keep = <One>(list: One[], one: One): void => {
    if (list.length < MOST) list.push(one)
  }
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index]
    if (element === undefined) break
    const { name, attributes } = element
    if (name === 'meta') keep(kept.metas, element)
    else {
      if (name === 'link') keep(kept.links, element)
      else if (name === 'html') lang ??= attributes.lang
      else if (name === 'a') {
        if (isShare(attributes)) keep(kept.shares, element)
      } else if (LEVELS.has(name) && element.end > element.start) keep(kept.headings, element)
      if (attributes.itemprop !== undefined) keep(kept.properties, element)
      if (statesMoment(element)) keep(kept.timed, index)
    }
  }
  return { ...kept, lang: lang?.toLowerCase() ?? '' }
}
