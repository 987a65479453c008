import { addressReader } from '../core/address.ts'
import { type Element, type Outline, textOf } from './outline.ts'
import type { Link } from './page.ts'
import type { WrittenLinks } from './written-links.ts'

/** A link together with its place in the outline; an empty element at place -1 where the outline does not have it. */
export interface PlacedLink extends Omit<Link, 'aside'> {
  readonly element: Element
  readonly index: number
}

const IGNORED = /^\s*(?:$|javascript:|mailto:|tel:|data:|about:|#)/i
/** So many links further on is looked for one that only the outline or only the scan has. */
const LOOK_AHEAD = 64

interface Candidate {
  readonly href: string
  readonly element: Element
  readonly index: number
}

/** Elements that look like links. */
function candidatesIn({ elements }: Outline): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (let index = 0; index < elements.length; index += 1) {
    const element = elements[index] as Element
    if (element.name !== 'a' && element.name !== 'area') continue
    const href = element.attributes.href ?? element.attributes['xlink:href']
    if (href !== undefined) candidates.push({ href, element, index })
  }
  return candidates
}

/** A link that has no place in the outline. */
const alone = (href: string): Candidate => ({
  href,
  element: { name: 'a', attributes: { href }, parent: -1, start: 0, end: 0 },
  index: -1,
})

/**
 * The links of the scan, each with its element of the outline. Both tell of one page in one order, so that they are read
 * side by side: what only the outline has is no link but where a script shows it, what only the scan has is one without
 * a place.
 */
function placed(outline: Outline, written: WrittenLinks): readonly Candidate[] {
  const candidates = candidatesIn(outline)
  const found: Candidate[] = []
  let [at, next] = [0, 0]
  const isShown = ({ index }: Candidate): boolean =>
    outline.shown.some(({ from, to }) => index >= from && index < to)
  const leaveOut = (count: number): void => {
    for (const one of candidates.slice(next, next + count)) if (isShown(one)) found.push(one)
    next += count
  }
  const isAt = (ahead: number, further: number): boolean => {
    const [place, candidate] = [at + ahead, candidates[next + further]]
    return place < written.count && candidate !== undefined && written.is(place, candidate.href)
  }
  /** Takes a link that is not the next of the outline. */
  const takeOther = (candidate: Candidate): void => {
    let ahead = 1
    while (ahead <= LOOK_AHEAD && !isAt(0, ahead) && !isAt(ahead, 0)) ahead += 1
    if (ahead <= LOOK_AHEAD && isAt(0, ahead)) {
      leaveOut(ahead)
      found.push(candidates[next] as Candidate)
      next += 1
    } else if (ahead <= LOOK_AHEAD) found.push(alone(written.textOf(at)))
    else {
      found.push({ ...candidate, href: written.textOf(at) })
      next += 1
    }
  }
  for (; at < written.count; at += 1) {
    const candidate = candidates[next]
    if (candidate === undefined) found.push(alone(written.textOf(at)))
    else if (!written.is(at, candidate.href)) takeOther(candidate)
    else {
      found.push(candidate)
      next += 1
    }
  }
  leaveOut(candidates.length - next)
  return found
}

/**
 * Every link that a reader can follow to another page, in document order: which there are, and where they lead, is what
 * the scan says that crawls use too; what they say is read from the outline. `charset`: the page's, for queries.
 */
export function linksOf(
  outline: Outline,
  written: WrittenLinks,
  charset?: () => string,
): readonly PlacedLink[] {
  const addressOf = addressReader(written.base, charset)
  const links: PlacedLink[] = []
  for (const { href, element, index } of placed(outline, written)) {
    if (IGNORED.test(href)) continue
    const { title, alt } = element.attributes
    const text = textOf(outline, element) || (title ?? alt ?? '').trim()
    links.push({ href, target: addressOf(href), text, element, index })
  }
  return links
}
