import { addPeriod, type Day } from '../core/day.ts'
import type { EventKind } from '../core/event-kind.ts'
import type { Landing } from '../facts/facts.ts'
import { listReachesBack } from '../facts/list-reach.ts'
import { namingOf } from '../facts/matter.ts'
import { mayCover } from './general-entry.ts'
import { whyUnread } from './unread.ts'

/** What the columns of a duty hold about an event. `absent` only where every list reaches back to it. */
export type EventEntry =
  | 'present'
  | 'early'
  | 'alike'
  | 'general'
  | 'unread'
  | 'list-too-short'
  | 'no-list'
  | 'absent'

/** Something of a kind that has a name, and since when an entry about it counts. */
export interface Happening {
  readonly kind: EventKind
  readonly names: readonly string[]
  readonly on: Day
}

interface Shown {
  readonly title: string
  readonly date: Day | null
}

function shownBy(landing: Landing): readonly Shown[] {
  if (landing.kind === 'unread') return []
  const { title, published, listing } = landing.page
  return listing.kind === 'entries' ? listing.entries : [{ title, date: published?.date ?? null }]
}

/** An entry of the last weeks before an event that speaks of results may already be about it. */
const EARLY = 'P2M'
const RESULT = /结果|反馈|采纳|情况|明细|预算|决算|报告/

/**
 * Looks for an entry about an event. An undated one counts as in time, one from shortly before the event, or with a name that
 * only looks like it, or without a name, as something that a person must look at.
 */
export function eventEntry(columns: readonly Landing[], { kind, names, on }: Happening): EventEntry {
  const shown = columns.flatMap(shownBy)
  const since = shown.filter(({ date }) => date === null || date >= on)
  if (since.some(({ title }) => namingOf(title, names) === 'named')) return 'present'
  const unread = columns.some((landing) => whyUnread(landing) !== null)
  if (unread) return 'unread'
  const before = shown.filter(
    ({ title, date }) => date !== null && date < on && addPeriod(date, EARLY) >= on && RESULT.test(title),
  )
  if (before.some(({ title }) => namingOf(title, names) === 'named')) return 'early'
  if (since.some(({ title }) => namingOf(title, names) === 'alike')) return 'alike'
  if (since.some(({ title }) => mayCover(title, kind, names))) return 'general'
  const lists = columns.map((landing) => (landing.kind === 'page' ? landing.page.listing : null))
  if (lists.some((list) => list?.kind !== 'entries' && list?.kind !== 'empty')) return 'no-list'
  const short = lists.some((list) => list?.kind === 'entries' && !listReachesBack(list.entries, on))
  return short ? 'list-too-short' : 'absent'
}
