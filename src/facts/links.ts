import { addressReader, toAddress } from '../core/address.ts'
import { type Element, type Outline, textOf } from './outline.ts'
import type { Link } from './page.ts'

/** A link together with its place in the outline. */
export interface PlacedLink extends Omit<Link, 'aside'> {
  readonly element: Element
  readonly index: number
}

const IGNORED = /^\s*(?:$|javascript:|mailto:|tel:|data:|about:|#)/i

/** The address that relative links start from: the first base element's, else the page's own. */
export const baseOf = (outline: Outline, address: string): string =>
  outline.base === null ? address : (toAddress(outline.base, address) ?? address)

/** Every link that a reader can follow to another page, in document order. `charset`: the page's, for queries. */
export function linksOf(outline: Outline, address: string, charset = 'utf-8'): readonly PlacedLink[] {
  const addressOf = addressReader(baseOf(outline, address), charset)
  const links: PlacedLink[] = []
  outline.elements.forEach((element, index) => {
    const { name, attributes } = element
    if (name !== 'a' && name !== 'area') return
    const { href } = attributes
    if (href === undefined || IGNORED.test(href)) return
    const text = textOf(outline, element) || (attributes.title ?? attributes.alt ?? '').trim()
    links.push({ href, target: addressOf(href), text, element, index })
  })
  return links
}
