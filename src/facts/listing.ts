import type { Day } from '../core/day.ts'
import { isPlausible } from './dates.ts'
import { asideOf } from './kinds/aside.ts'
import type { Line } from './kinds/lines.ts'
import { isArticle, isShortText } from './kinds/list-or-article.ts'
import { type RowGroup, rowGroupsOf } from './kinds/list-rows.ts'
import { ageBeside, dateBeside, dateInLink, inOrder } from './kinds/row-date.ts'
import { scriptRows } from './kinds/script-rows.ts'
import { emptyNotice, rowScript, scriptSign } from './kinds/unread-list.ts'
import type { PlacedLink } from './links.ts'
import { type Outline, textOf } from './outline.ts'
import type { Entry, Listing } from './page.ts'

/** A group of rows with what decides whether it is a list, and the main one. */
export interface Group {
  readonly rows: RowGroup['rows']
  readonly entries: readonly Entry[]
  readonly dated: number
  readonly aside: boolean
}

const titleOf = (link: PlacedLink): string => {
  const full = link.element.attributes.title?.trim() ?? ''
  return full.length > link.text.length ? full : link.text
}

function readGroup(outline: Outline, group: RowGroup, aside: boolean, today: Day): Group {
  const { rows, end } = group
  const beside = rows.map((row, at) => dateBeside(outline, row, rows[at + 1]?.start ?? end, today))
  const within = beside.some((one) => one !== null) ? [] : rows.map((row) => dateInLink(row, today))
  const isHabit = within.filter((one) => one !== null).length * 2 >= rows.length
  const found = inOrder(isHabit ? within : beside)
  const entries = rows.map(({ link }, at): Entry => {
    const date = found[at] ?? null
    return {
      title: titleOf(link),
      address: link.target.ok ? link.target.address : null,
      date: date !== null && isPlausible(date.day, today) ? date.day : null,
      dateText: date?.words ?? '',
    }
  })
  return { rows, entries, dated: entries.filter((entry) => entry.dateText !== '').length, aside }
}

const meanTitle = (group: Group): number =>
  group.entries.reduce((sum, entry) => sum + Math.min(30, entry.title.length), 0) / group.entries.length

const weight = (group: Group): number => group.dated * 3 + group.entries.length + meanTitle(group) / 4

/** Dated rows make a list; undated ones only where they are several and their titles are headlines, not menus. */
const isList = (group: Group): boolean =>
  (group.dated >= 1 && group.dated * 2 >= group.entries.length) ||
  (group.entries.length >= 5 && meanTitle(group) >= 10)

/** Rows that tell their age (3 天前) stand above those with days: the newest day of such a list cannot be told. */
function withAges(outline: Outline, { rows, entries }: Group): readonly Entry[] {
  const ages = rows.map((row, at) => ageBeside(outline, row, rows[at + 1]?.start ?? row.end))
  if (ages.every((age) => age === null)) return entries
  return entries.map((entry, at) => ({ ...entry, date: null, dateText: ages[at] ?? entry.dateText }))
}

/** Entries as a list: its newest day, and how many show none. */
export const listingOf = (entries: readonly Entry[]): Listing => {
  const days = entries.flatMap((entry) => (entry.date === null ? [] : [entry.date])).sort()
  const undated = entries.filter((entry) => entry.dateText === '').length
  return { kind: 'entries', entries, newest: days.at(-1) ?? null, undated }
}

const heaviest = (groups: readonly Group[]): Group | null =>
  groups.reduce<Group | null>((top, one) => (top === null || weight(one) > weight(top) ? one : top), null)

/** A list's own element, without a row in it. */
function emptiedList(outline: Outline, isAside: (index: number) => boolean): string | null {
  const element = outline.elements.find(
    ({ name, attributes, start, end }, index) =>
      (name === 'ul' || name === 'ol') &&
      /list/i.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`) &&
      textOf(outline, { start, end }) === '' &&
      !isAside(index),
  )
  return element === undefined ? null : `<${element.name} class="${element.attributes.class ?? ''}">`
}

/**
 * The main list of a page among menus, side lists and footers (DESIGN §5.6). `base` is what relative addresses start
 * from, `today` the day of the visit.
 */
export function listOf(
  outline: Outline,
  links: readonly PlacedLink[],
  lines: readonly Line[],
  base: string,
  today: Day,
): Listing {
  const isAside = asideOf(outline)
  const groups = rowGroupsOf(outline, links)
    .map((group) => {
      const aside = group.rows.every((row) => isAside(row.link.index))
      return readGroup(outline, group, aside, today)
    })
    .filter(isList)
  const central = groups.filter((group) => !group.aside)
  const main = heaviest(central.filter((group) => group.dated > 0)) ?? heaviest(central)
  if (isArticle(outline, lines, main)) return { kind: 'none' }
  const script = main === null || main.dated === 0 ? rowScript(outline) : null
  if (main !== null && script === null) return listingOf(withAges(outline, main))
  const written = main === null ? scriptRows(outline.scripts, base, today) : []
  if (written.length > 0) return listingOf(written)
  const notice = emptyNotice(outline, lines)
  if (notice !== null) return { kind: 'empty', quote: notice }
  const sign = script ?? scriptSign(outline, lines)
  if (sign !== null) return { kind: 'unread', sign }
  const emptied = emptiedList(outline, isAside)
  if (emptied !== null) return { kind: 'empty', quote: emptied }
  if (isShortText(outline, isAside)) return { kind: 'none' }
  const side = heaviest(groups.filter((group) => group.dated > 0))
  return side === null ? { kind: 'none' } : listingOf(withAges(outline, side))
}
