import type { Day } from '../core/day.ts'
import { datesIn, type FoundDate, isPlausible } from './dates.ts'
import type { PlacedLink } from './links.ts'
import { type Element, type Outline, textOf } from './outline.ts'
import type { Entry, Listing } from './page.ts'
import { LOADING, PHRASES, SCRIPT_SIGNS } from './phrases.ts'

const ROW = new Set([
  'li',
  'tr',
  'dd',
  'dl',
  'p',
  'div',
  'td',
  'article',
  'section',
  'a',
  'h2',
  'h3',
  'h4',
  'span',
])
const ASIDE =
  /(?:^|[\s_-])(?:nav|menu|foot|footer|header|side|sidebar|aside|friend|crumb|breadcrumb|hot|related|recommend|login|userbox|copyright)(?:$|[\s_\d-])/i
const ASIDE_NAMES = new Set(['nav', 'footer', 'header', 'aside'])
const SHORTEST_TITLE = 5
const LONGEST_ROW = 400

interface Row {
  readonly link: PlacedLink
  readonly container: number
  readonly start: number
  readonly end: number
}

const isAside = (outline: Outline, index: number): boolean => {
  for (let at = index; at >= 0; at = outline.elements[at]?.parent ?? -1) {
    const element = outline.elements[at]
    if (element === undefined || element.name === 'body') return false
    const names = `${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`
    if (ASIDE_NAMES.has(element.name) || ASIDE.test(names)) return true
  }
  return false
}

/** How many of the links, sorted by where they start, start inside [start, end]. */
function countWithin(starts: readonly number[], start: number, end: number): number {
  const firstFrom = (value: number): number => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    return low
  }
  return firstFrom(end) - firstFrom(start)
}

/** The widest element around a link that holds no other title link: its row. */
function rowOf(outline: Outline, link: PlacedLink, starts: readonly number[]): Row {
  let row: Element = link.element
  let container = link.element.parent
  while (container >= 0) {
    const next = outline.elements[container]
    if (next === undefined || next.name === 'body' || next.name === 'html') break
    if (countWithin(starts, next.start, next.end) > 1 || next.end - next.start > LONGEST_ROW) break
    row = next
    container = next.parent
  }
  const parent = outline.elements[container]
  if (parent?.name === 'tr' && ROW.has(row.name)) container = parent.parent
  return { link, container, start: row.start, end: row.end }
}

interface Group {
  readonly container: number
  readonly rows: readonly Row[]
  readonly entries: readonly Entry[]
  readonly dated: number
  readonly aside: boolean
}

const blanked = (outline: Outline, row: Row, start: number, end: number): string => {
  const { element } = row.link
  const before = outline.text.slice(start, Math.max(start, Math.min(element.start, end)))
  const after = outline.text.slice(Math.min(element.end, end), end)
  return `${before} ┃ ${after}`
}

function dateAround(outline: Outline, row: Row, next: number, today: Day): FoundDate | null {
  const usable = (found: readonly FoundDate[]) =>
    found.find((one) => isPlausible(one.day, today)) ?? found[0] ?? null
  const own = usable(datesIn(blanked(outline, row, row.start, row.end), today))
  if (own !== null) return own
  const isBare = row.start === row.link.element.start && row.end === row.link.element.end
  if (isBare) {
    const tail = outline.text.slice(row.end, Math.min(next, row.end + 60))
    const following = usable(datesIn(tail, today))
    if (following !== null) return following
  }
  const inside = datesIn(row.link.text, today).filter((one) => {
    const rest = row.link.text.length - one.at - one.words.length
    return !one.yearless && (one.at <= 1 || rest <= 2)
  })
  return usable(inside)
}

const titleOf = (link: PlacedLink): string => {
  const full = link.element.attributes.title?.trim() ?? ''
  return full.length > link.text.length ? full : link.text
}

function groupsOf(outline: Outline, links: readonly PlacedLink[], today: Day): readonly Group[] {
  const titled = links.filter((link) => link.text.replace(/\s/g, '').length >= SHORTEST_TITLE)
  const starts = titled.map((link) => link.element.start)
  const byContainer = new Map<number, Row[]>()
  for (const link of titled) {
    const row = rowOf(outline, link, starts)
    byContainer.set(row.container, [...(byContainer.get(row.container) ?? []), row])
  }
  return [...byContainer].map(([container, rows]) => {
    const end = outline.elements[container]?.end ?? outline.text.length
    const entries = rows.map((row, at): Entry => {
      const found = dateAround(outline, row, rows[at + 1]?.start ?? end, today)
      const { target } = row.link
      const date = found !== null && isPlausible(found.day, today) ? found.day : null
      return {
        title: titleOf(row.link),
        address: target.ok ? target.address : null,
        date,
        dateText: found?.words ?? '',
      }
    })
    const dated = entries.filter((entry) => entry.dateText !== '').length
    return { container, rows, entries, dated, aside: rows.every((row) => isAside(outline, row.link.index)) }
  })
}

const meanTitle = (group: Group): number =>
  group.entries.reduce((sum, entry) => sum + Math.min(30, entry.title.length), 0) / group.entries.length

const weight = (group: Group): number => group.dated * 3 + group.entries.length + meanTitle(group) / 4

/** Dated rows make a list; undated ones only where they are several and their titles are headlines, not menus. */
const isList = (group: Group): boolean =>
  (group.dated >= 1 && group.dated * 2 >= group.entries.length) ||
  (group.entries.length >= 5 && meanTitle(group) >= 10)

const listingOf = (group: Group): Listing => {
  const days = group.entries.flatMap((entry) => (entry.date === null ? [] : [entry.date])).sort()
  const undated = group.entries.filter((entry) => entry.dateText === '').length
  return { kind: 'entries', entries: group.entries, newest: days.at(-1) ?? null, undated }
}

const quoteOf = (text: string, match: RegExpExecArray): string =>
  text
    .slice(Math.max(0, match.index - 10), match.index + match[0].length + 10)
    .replace(/\s+/g, ' ')
    .trim()

/** An empty element that a script is meant to fill, beside a script that does. */
function scriptSign(outline: Outline): string | null {
  const loading = LOADING.exec(outline.text)
  if (loading !== null) return loading[0]
  const root = outline.elements.find(
    (element) =>
      ['ul', 'ol', 'div', 'tbody'].includes(element.name) &&
      element.attributes.id !== undefined &&
      outline.text.slice(element.start, element.end).trim() === '',
  )
  const sign = SCRIPT_SIGNS.exec(outline.scripts)
  return root !== undefined && sign !== null ? sign[0] : null
}

/** The main list of a page among menus, side lists and footers (DESIGN §5.6). `today` is the day of the visit. */
export function listOf(outline: Outline, links: readonly PlacedLink[], today: Day): Listing {
  const groups = groupsOf(outline, links, today).filter(isList)
  const best = (candidates: readonly Group[]): Group | null =>
    candidates.reduce<Group | null>(
      (top, one) => (top === null || weight(one) > weight(top) ? one : top),
      null,
    )
  const main =
    best(groups.filter((group) => !group.aside && group.dated > 0)) ??
    best(groups.filter((group) => !group.aside))
  if (main !== null) return listingOf(main)
  const empty = PHRASES.noData.exec(outline.text) ?? PHRASES.placeholder.exec(outline.text)
  if (empty !== null) return { kind: 'empty', quote: quoteOf(outline.text, empty) }
  const sign = scriptSign(outline)
  if (sign !== null) return { kind: 'unread', sign }
  const emptied = outline.elements.find(
    (element, index) =>
      (element.name === 'ul' || element.name === 'ol') &&
      /list/i.test(`${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`) &&
      !isAside(outline, index) &&
      textOf(outline, element) === '',
  )
  if (emptied !== undefined)
    return { kind: 'empty', quote: `<${emptied.name} class="${emptied.attributes.class ?? ''}">` }
  const side = best(groups.filter((group) => group.dated > 0))
  return side === null ? { kind: 'none' } : listingOf(side)
}
