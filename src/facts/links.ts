import { parseAddress, toAddress } from '../core/address.ts'
import { type Element, type Outline, textOf } from './outline.ts'
import type { Link } from './page.ts'

/** A link together with its place in the outline. */
export interface PlacedLink extends Omit<Link, 'aside'> {
  readonly element: Element
  readonly index: number
}

const IGNORED = /^\s*(?:javascript:|mailto:|tel:|data:|about:|#)/i

/** The address that relative links start from: the first base element's, else the page's own. */
export const baseOf = (outline: Outline, address: string): string =>
  outline.base === null ? address : (toAddress(outline.base, address) ?? address)

/** Every link that a reader can follow to another page, in document order. */
export function linksOf(outline: Outline, address: string): readonly PlacedLink[] {
  const base = baseOf(outline, address)
  return outline.elements.flatMap((element, index): readonly PlacedLink[] => {
    const href = element.attributes.href
    if ((element.name !== 'a' && element.name !== 'area') || href === undefined) return []
    if (href.trim() === '' || IGNORED.test(href)) return []
    const parsed = parseAddress(href, base)
    const target = parsed.ok
      ? { ok: true as const, address: parsed.address, fragment: parsed.fragment }
      : { ok: false as const, reason: parsed.reason }
    const text = textOf(outline, element) || (element.attributes.title ?? element.attributes.alt ?? '').trim()
    return [{ href, target, text, element, index }]
  })
}
