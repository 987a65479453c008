import type { PlacedLink } from '../links.ts'
import type { Element, Outline } from '../outline.ts'
import { isBlank } from './lines.ts'

/** A link with a title, and the widest element around it that holds no other: one row of a list. */
export interface Row {
  readonly link: PlacedLink
  readonly start: number
  readonly end: number
}

/** Rows side by side in one element, or in several alike that touch each other. */
export interface RowGroup {
  /** Place of the element in the outline; -1 for the page itself. */
  readonly container: number
  readonly rows: readonly Row[]
  readonly end: number
}

/** A title has so many columns at least: five Chinese characters, two English words. */
const SHORTEST_TITLE = 9
const LONGEST_ROW = 600
/** Cards hold a picture's link, a title's link and a few more beside it. */
const MOST_LINKS_IN_CARD = 5
const FEWEST_CARDS = 3
const WIDE_FROM = 0x2e80

/** Whether a text is so wide, white space apart. */
function isWide(text: string, least: number): boolean {
  let width = 0
  for (let at = 0; at < text.length && width < least; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 32 && code !== 0xa0 && code !== 0x3000) width += code >= WIDE_FROM ? 2 : 1
  }
  return width >= least
}

/** Links with a title; of neighbours with one target (a picture and its title) the one that says more. */
function titledLinks(links: readonly PlacedLink[]): readonly PlacedLink[] {
  const titled: PlacedLink[] = []
  for (const link of links) {
    if (!isWide(link.text, SHORTEST_TITLE)) continue
    const last = titled.at(-1)
    if (last === undefined || last.href !== link.href) titled.push(link)
    else if (saysMore(link, last)) titled[titled.length - 1] = link
  }
  return titled
}

const saysMore = (link: PlacedLink, other: PlacedLink): boolean => {
  const [shown, otherShown] = [link, other].map((one) => one.element.end > one.element.start)
  return shown === otherShown ? link.text.length > other.text.length : shown === true
}

/** For each element, how many of the links it holds. */
function countsOf(outline: Outline, links: readonly PlacedLink[]): Int32Array {
  const counts = new Int32Array(outline.elements.length)
  for (const { index } of links) counts[index] = 1
  for (let at = counts.length - 1; at > 0; at -= 1) {
    const parent = outline.elements[at]?.parent ?? -1
    if (parent >= 0) counts[parent] = (counts[parent] ?? 0) + (counts[at] ?? 0)
  }
  return counts
}

const isPage = (element: Element | undefined): boolean =>
  element === undefined || element.name === 'body' || element.name === 'html'

/** The widest element around a link that holds no other title link, and the element around that. */
function placeOf(outline: Outline, link: PlacedLink, counts: Int32Array): { row: Row; container: number } {
  let row: Element = link.element
  let container = link.element.parent
  for (let next = outline.elements[container]; !isPage(next) && next !== undefined; ) {
    if ((counts[container] ?? 0) > 1 || next.end - next.start > LONGEST_ROW) break
    row = next
    container = next.parent
    next = outline.elements[container]
  }
  const parent = outline.elements[container]
  if (parent?.name === 'tr') container = parent.parent
  return { row: { link, start: row.start, end: row.end }, container }
}

/** Elements of one name and class, under one parent or under parents alike of one parent. */
const pathOf = (outline: Outline, index: number): string => {
  const element = outline.elements[index]
  const parent = outline.elements[element?.parent ?? -1]
  if (element === undefined) return ''
  const own = `${element.name} ${element.attributes.class ?? ''}`
  return `${own} ${parent?.name ?? ''} ${parent?.attributes.class ?? ''} ${parent?.parent ?? -1}`
}

const nameOf = (outline: Outline, index: number): string => {
  const element = outline.elements[index]
  return element === undefined ? '' : `${element.parent} ${element.name} ${element.attributes.class ?? ''}`
}

const longest = (rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>(
    (top, row) => (top === undefined || row.link.text.length > top.link.text.length ? row : top),
    undefined,
  )

/** Groups in elements alike under one parent, several of a few links each, are cards: each of them is one row. */
function withCards(outline: Outline, groups: readonly RowGroup[]): readonly RowGroup[] {
  const alike = new Map<string, RowGroup[]>()
  for (const group of groups) {
    if (group.rows.length < 2 || group.rows.length > MOST_LINKS_IN_CARD || group.container < 0) continue
    const name = nameOf(outline, group.container)
    const same = alike.get(name)
    if (same === undefined) alike.set(name, [group])
    else same.push(group)
  }
  const merged = [...alike.values()].flatMap((cards): readonly RowGroup[] => {
    if (cards.length < FEWEST_CARDS) return []
    const rows = cards.flatMap(({ container, rows: inside }): readonly Row[] => {
      const element = outline.elements[container]
      const main = longest(inside)
      return element === undefined || main === undefined || element.end - element.start > LONGEST_ROW
        ? []
        : [{ link: main.link, start: element.start, end: element.end }]
    })
    const container = outline.elements[cards[0]?.container ?? -1]?.parent ?? -1
    return rows.length < FEWEST_CARDS ? [] : [{ container, rows, end: cards.at(-1)?.end ?? 0 }]
  })
  return [...groups, ...merged]
}

/** Lists cut into pieces of some rows each, with nothing between them, are one list. */
function joined(outline: Outline, groups: readonly RowGroup[]): readonly RowGroup[] {
  const result: { container: number; rows: Row[]; end: number }[] = []
  for (const { container, rows, end } of groups) {
    const last = result.at(-1)
    const start = outline.elements[container]?.start ?? 0
    const touches =
      last !== undefined &&
      container >= 0 &&
      start >= last.end &&
      start - last.end < 20 &&
      pathOf(outline, container) === pathOf(outline, last.container) &&
      isBlank(outline.text, last.end, start)
    if (touches) {
      last.rows.push(...rows)
      last.end = end
    } else result.push({ container, rows: [...rows], end })
  }
  return result
}

/** Links with titles, in rows that stand side by side. */
export function rowGroupsOf(outline: Outline, links: readonly PlacedLink[]): readonly RowGroup[] {
  const titled = titledLinks(links)
  const counts = countsOf(outline, titled)
  const byContainer = new Map<number, Row[]>()
  for (const link of titled) {
    const { row, container } = placeOf(outline, link, counts)
    const rows = byContainer.get(container)
    if (rows === undefined) byContainer.set(container, [row])
    else rows.push(row)
  }
  const groups = [...byContainer].map(
    ([container, rows]): RowGroup => ({
      container,
      rows,
      end: outline.elements[container]?.end ?? outline.text.length,
    }),
  )
  return joined(outline, withCards(outline, groups))
}
