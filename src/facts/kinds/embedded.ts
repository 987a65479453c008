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

/** Marks the elements that stand in a link. Parents come before what they hold. */
function linkedIn({ elements }: Outline): Uint8Array {
  const linked = new Uint8Array(elements.length)
  elements.forEach(({ parent }, index) => {
    if (parent >= 0 && (linked[parent] === 1 || elements[parent]?.name === 'a')) linked[index] = 1
  })
  return linked
}

/**
 * How many things in a page's content may say something in a form that we cannot read: pictures that lead nowhere and are
 * no decoration, frames, players. Menus, headers and footers do not count.
 */
export function embeddedIn(outline: Outline, isAside: (index: number) => boolean): number {
  const linked = linkedIn(outline)
  let count = 0
  outline.elements.forEach((element, index) => {
    const { name, attributes } = element
    const speaks =
      name === 'img'
        ? linked[index] === 0 && !DECORATION.test(attributes.src ?? '') && !isSmall(element)
        : PLAYERS.has(name) && !isSmall(element)
    if (speaks && !isAside(index)) count += 1
  })
  return count
}
