import { addressReader } from '../core/address.ts'
import { type Element, type Outline, textOf } from './outline.ts'
import type { Link } from './page.ts'
import type { WrittenLink, WrittenLinks } from './written-links.ts'

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
function candidatesIn(outline: Outline): readonly Candidate[] {
  const candidates: Candidate[] = []
  outline.elements.forEach((element, index) => {
    if (element.name !== 'a' && element.name !== 'area') return
    const href = element.attributes.href ?? element.attributes['xlink:href']
    if (href !== undefined) candidates.push({ href, element, index })
  })
  return candidates
}

const alone = (written: WrittenLink): readonly Candidate[] => {
  if (written.isSvg) return []
  const href = written.text()
  return [{ href, element: { name: 'a', attributes: { href }, parent: -1, start: 0, end: 0 }, index: -1 }]
}

/**
 * The links of the scan, each with its element of the outline. Both tell of one page in one order, so that they are read
 * side by side: what only the outline has is no link but where a script shows it, what only the scan has is one without
 * a place.
 */
function placed(outline: Outline, written: readonly WrittenLink[]): readonly Candidate[] {
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
    const [link, candidate] = [written[at + ahead], candidates[next + further]]
    return link !== undefined && candidate !== undefined && link.is(candidate.href)
  }
  const take = (link: WrittenLink, candidate: Candidate): void => {
    found.push(isAt(0, 0) ? candidate : { ...candidate, href: link.text() })
    next += 1
  }
  for (; at < written.length; at += 1) {
    const link = written[at] as WrittenLink
    const candidate = candidates[next]
    if (candidate === undefined) found.push(...alone(link))
    else if (isAt(0, 0)) {
      if (!link.isSvg || !isAt(1, 0)) take(link, candidate)
    } else {
      let ahead = 1
      while (ahead <= LOOK_AHEAD && !isAt(0, ahead) && !isAt(ahead, 0)) ahead += 1
      if (ahead <= LOOK_AHEAD && isAt(0, ahead)) {
        leaveOut(ahead)
        take(link, candidates[next] as Candidate)
      } else if (ahead <= LOOK_AHEAD || link.isSvg) found.push(...alone(link))
      else take(link, candidate)
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
  { base, links }: WrittenLinks,
  charset = 'utf-8',
): readonly PlacedLink[] {
  const addressOf = addressReader(base, charset)
  return placed(outline, links).flatMap(({ href, element, index }): readonly PlacedLink[] => {
    if (IGNORED.test(href)) return []
    const { title, alt } = element.attributes
    const text = textOf(outline, element) || (title ?? alt ?? '').trim()
    return [{ href, target: addressOf(href), text, element, index }]
  })
}
