import type { Element, Outline } from '../outline.ts'

const PLAYERS: ReadonlySet<string> = new Set(['iframe', 'embed', 'video', 'audio', 'canvas'])
/** Pictures that decorate a page or stand for something known. */
const DECORATION = /logo|icon|banner|arrow|line|bullet|dot|spacer|blank|loading|share|qr|weixin|wechat|bg\b/i
/** A picture lower or narrower than this, in pixels, holds no sentence. */
const SMALLEST = 40

const isSmall = ({ attributes }: Element): boolean =>
  [attributes.width, attributes.height].some(
    (size) => size !== undefined && Number.parseInt(size, 10) < SMALLEST,
  )

function isLinked(outline: Outline, element: Element): boolean {
  for (let at = element.parent; at >= 0; at = outline.elements[at]?.parent ?? -1)
    if (outline.elements[at]?.name === 'a') return true
  return false
}

/**
 * How many things in a page's content may say something in a form that we cannot read: pictures that lead nowhere and are
 * no decoration, frames, players. Menus, headers and footers do not count.
 */
export function embeddedIn(outline: Outline, isAside: (index: number) => boolean): number {
  let count = 0
  for (const [index, element] of outline.elements.entries()) {
    const { name, attributes } = element
    const speaks =
      name === 'img'
        ? !DECORATION.test(attributes.src ?? '') && !isSmall(element) && !isLinked(outline, element)
        : PLAYERS.has(name) && !isSmall(element)
    if (speaks && !isAside(index)) count += 1
  }
  return count
}
