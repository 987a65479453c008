import { type Day, daysBetween } from '../../core/day.ts'
import { isPlausible } from '../dates.ts'
import type { DateRejection, DateSource, PageDate, PageDates, RejectedDate } from '../page-date.ts'
import type { Clue, Role } from './clue.ts'
import { withYears } from './yearless.ts'

/** Below this weight a date of running text is not taken where another comes near it: none is better than a guess. */
const ENOUGH = 0.5
/** The least weight that is taken at all. */
const LEAST = 0.3
const MARGIN = 0.12
/** From this weight on a date is contradicted, not outranked. */
const STRONG = 0.75
const MOST_CANDIDATES = 20

interface Choice {
  readonly clue: Clue
  readonly weight: number
}

/** So much a further source that says the same adds, and so many are counted. */
const FRIEND = 0.07
const MOST_FRIENDS = 3

/** All clues with what it adds that other sources say the same, the strongest first. */
function ranked(clues: readonly Clue[]): readonly Choice[] {
  const sources = new Map<Day, Set<DateSource>>()
  for (const { day, weight, source } of clues) {
    if (weight >= LEAST) sources.set(day, (sources.get(day) ?? new Set()).add(source))
  }
  return clues
    .map((clue) => {
      const friends = Math.max(0, (sources.get(clue.day)?.size ?? 1) - 1)
      return { clue, weight: clue.weight + FRIEND * Math.min(MOST_FRIENDS, friends) }
    })
    .sort((a, b) => b.weight - a.weight || (a.clue.at ?? -1) - (b.clue.at ?? -1))
}

const PRINTED: ReadonlySet<DateSource> = new Set(['label', 'byline', 'time-element'])

/** From this weight on a printed date bears out what programs are told. */
const BORNE_OUT = 0.5

/** So far below an earlier date, and under one that weighs so much, a later one is a comment's or another article's. */
const FAR = 6000
const ABOVE = 0.6

const farAbove = (top: Choice, order: readonly Choice[]): Choice | undefined =>
  order.find(
    ({ clue, weight }) =>
      PRINTED.has(clue.source) &&
      weight >= ABOVE &&
      clue.day < top.clue.day &&
      (clue.at ?? 0) < (top.clue.at ?? 0) - FAR,
  )

/**
 * What the page prints against what it tells programs. A day apart they are one moment in two time zones: the printed
 * one counts. Where the printed one is clearly earlier the other is a rebuild or an update (domain.md §4).
 */
function againstPrinted(top: Choice, order: readonly Choice[]): Choice {
  if (PRINTED.has(top.clue.source)) return farAbove(top, order) ?? top
  const printed = order.filter(({ clue }) => PRINTED.has(clue.source) && clue.precision === 'day')
  if (printed.some(({ clue, weight }) => clue.day === top.clue.day && weight >= BORNE_OUT)) return top
  const first = printed.find(({ clue, weight }) => clue.weight >= STRONG || weight >= top.weight - MARGIN / 2)
  if (first === undefined) return top
  const later = daysBetween(first.clue.day, top.clue.day)
  return later === -1 || later >= 1 ? first : top
}

/** The strongest clue; none where it is weak and nothing but its place in a text sets it before another. */
function best(clues: readonly Clue[]): Choice | null {
  const order = ranked(clues)
  const [top] = order
  if (top === undefined) return null
  const rival = order.find(({ clue, weight }) => clue.day !== top.clue.day && weight > top.weight - MARGIN)
  if (top.weight < LEAST) return null
  if (top.weight < ENOUGH && rival !== undefined && top.clue.source === 'text') return null
  return againstPrinted(top, order)
}

const asPageDate = ({ clue: { day, precision, source, quote }, weight }: Choice): PageDate => ({
  date: day,
  precision,
  source,
  confidence: Math.round(Math.min(1, weight) * 100) / 100,
  quote,
})

/** So sure a printed change must be to stand for a publication that nothing else tells, and so sure it makes us. */
const CHANGE = 0.4
const BY_CHANGE = 0.45

/**
 * A page that prints nothing but its last change was put there in this form on that day. A printed change also bounds
 * what no better sign dates later.
 */
function withChange(published: Choice | null, modified: Choice | null): Choice | null {
  if (modified === null || modified.clue.at === null || modified.clue.precision !== 'day') return published
  if (modified.weight < CHANGE) return published
  const isLoose = published !== null && published.weight < STRONG && published.clue.at === null
  const isPoor = published === null || published.weight < ENOUGH
  return isPoor || (isLoose && modified.clue.day < published.clue.day)
    ? { clue: modified.clue, weight: BY_CHANGE }
    : published
}

/** Whether a day may stand: documents were made (成文) long before there was a web, but none after the visit. */
const mayStand = ({ role, day }: Clue, today: Day): boolean =>
  role === 'written' ? day <= today : isPlausible(day, today)

/** Chooses among all dates of a page. */
export function chosen(given: readonly Clue[], today: Day): PageDates {
  const clues = withYears(given)
  const fit = clues.filter((one) => one.rejected === undefined && mayStand(one, today))
  const of = (role: Role) => fit.filter((one) => one.role === role)
  const written = best(of('written'))
  const modified = best(of('modified'))
  const published = withChange(best(of('published')), modified)
  const taken = new Set([published?.clue, written?.clue, modified?.clue])
  const reason = (clue: Clue): DateRejection => {
    if (clue.rejected !== undefined) return clue.rejected
    if (!mayStand(clue, today)) return 'implausible'
    if (clue.role !== 'published') return clue.role
    if (published !== null && clue.at === null && clue.day > published.clue.day) return 'rebuilt'
    return clue.weight < ENOUGH ? 'unsure' : 'outranked'
  }
  const candidates: RejectedDate[] = clues
    .filter((one) => !taken.has(one))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CANDIDATES)
    .map((one) => ({
      date: one.day,
      precision: one.precision,
      source: one.source,
      quote: one.quote,
      rejected: reason(one),
    }))
  return {
    published: published && asPageDate(published),
    written: written && asPageDate(written),
    modified: modified && asPageDate(modified),
    candidates,
  }
}
