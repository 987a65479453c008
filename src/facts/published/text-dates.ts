import { type FoundDate, type ScanOptions, scanDates } from '../dates/scan.ts'
import type { Element, Outline } from '../outline.ts'
import type { DateRejection, DateSource } from '../page-date.ts'
import { asClue, type Clue, type Role } from './clue.ts'
import { headingsOf, type Span } from './heading.ts'
import { type Told, toldOf } from './labels.ts'
import { dayOfMoment, isMoment } from './moment.ts'
import { elementAt, type Place, placesOf } from './places.ts'
import type { Survey } from './survey.ts'

/** So much of the visible text is looked through, and so many of its dates are weighed. */
const MOST_TEXT = 300_000
const MOST_DATES = 200
const SIDE = 40
const LONGEST_QUOTE = 60
const LONGEST_MOMENT = 60
/** A time of day behind a date. */
const TIME_BEHIND = /^[\s,，|日-]*(?:um|at|à|kl\.?|o|в)?\s*\d{1,2}[:：.时h]\d{2}/iu

const REJECTED: Partial<Record<NonNullable<Told>, DateRejection>> = {
  deadline: 'deadline',
  clock: 'clock',
  template: 'template',
  copyright: 'copyright',
  event: 'event',
}

const width = (text: string): number => {
  let sum = 0
  for (let at = 0; at < text.length; at += 1)
    sum += text.charCodeAt(at) >= 0x2e80 ? 2 : text.charCodeAt(at) > 32 ? 1 : 0
  return sum
}

/** What stands beside a date on its line, at most so much on each side. */
function lineAround(
  text: string,
  start: number,
  end: number,
): { readonly left: string; readonly right: string } {
  const left = text.slice(Math.max(0, start - 160), start)
  const right = text.slice(end, end + 160)
  const to = right.indexOf('\n')
  return { left: left.slice(left.lastIndexOf('\n') + 1), right: to < 0 ? right : right.slice(0, to) }
}

/** What it adds to stand near a heading, and takes away to stand far from it or in it. */
function nearHeading(start: number, end: number, heading: Span): number {
  const behind = start - heading.end
  if (start >= heading.start && end <= heading.end) return -0.2
  if (behind < 0) return heading.start - end <= 200 ? 0.14 : -0.2
  if (behind <= 300) return 0.2
  return behind <= 900 ? 0.08 : behind <= 3000 ? 0 : -0.12
}

const nearHeadings = (start: number, end: number, headings: readonly Span[]): number => {
  const near = headings.map((one) => nearHeading(start, end, one))
  return near.length === 0 ? 0 : Math.max(...near)
}

/** So near and so many other dates make a crowd. */
const CROWD_REACH = 200
const CROWD = 3

/** Whether a date stands in a crowd and is not the first behind a heading. */
function crowdsOf(printed: readonly FoundDate[], headings: readonly Span[]): (at: number) => boolean {
  const places = printed.map((one) => one.at)
  const firsts = new Set(headings.map(({ end }) => places.find((at) => at >= end)))
  return (at) =>
    !firsts.has(at) && places.filter((other) => Math.abs(other - at) <= CROWD_REACH).length > CROWD
}

interface Weighing {
  readonly outline: Outline
  readonly headings: readonly Span[]
  readonly placeOf: (index: number) => Place
  /** Whether other dates crowd around the place, as they do in a list. */
  readonly crowded: (at: number) => boolean
}

function weigh(
  found: FoundDate,
  start: number,
  end: number,
  index: number,
  { outline, headings, placeOf, crowded }: Weighing,
  stated: boolean,
): Clue {
  const { text, elements } = outline
  const place = placeOf(index)
  const told = toldOf(text.slice(Math.max(0, start - SIDE), start), text.slice(end, end + SIDE))
  const { left, right } = lineAround(text, start, end)
  const beside = width(left) + width(right)
  let weight = 0.38 + nearHeadings(start, end, headings)
  let source: DateSource = beside <= 60 && weight > 0.45 ? 'byline' : 'text'
  if (beside <= 60) weight += 0.1
  if (beside > 120) weight -= 0.2
  if (place.named) weight += 0.15
  if (found.precision !== 'day') weight -= 0.15
  if (TIME_BEHIND.test(right)) weight += 0.1
  if (stated || elements[index]?.name === 'time') {
    source = 'time-element'
    weight += 0.12
  }
  if (told === 'published' || told === 'written' || told === 'shown') {
    weight += beside > 120 ? 0.1 : told === 'shown' ? 0.15 : 0.3
    source = 'label'
  }
  if (place.aside) weight -= 0.35
  if (crowded(start)) weight -= 0.15
  if (outline.title.includes(found.words)) weight -= 0.15
  if (place.link !== null && width(text.slice(place.link.start, place.link.end)) > 40) weight -= 0.3
  let rejected = told === null ? undefined : REJECTED[told]
  if (place.comment) rejected = 'aside'
  if (found.yearless) rejected ??= 'yearless'
  const role: Role =
    told === 'written'
      ? 'written'
      : told === 'modified' || (place.changed && told !== 'published')
        ? 'modified'
        : 'published'
  const quote = text
    .slice(Math.max(0, start - 20), Math.min(end, start + LONGEST_QUOTE))
    .replace(/\s+/g, ' ')
    .trim()
  return asClue(found, {
    role,
    source,
    weight: Math.max(0, Math.min(1, weight)),
    quote,
    at: start,
    ...(rejected === undefined ? {} : { rejected }),
  })
}

/** The moment that an element states for programs beside its text. */
const statedMoment = ({ attributes: a }: Element): string =>
  a.datetime ?? a['data-date'] ?? a['data-datetime'] ?? a['data-timestamp'] ?? a['data-time'] ?? a.title ?? ''

function momentOf(element: Element, options: ScanOptions): FoundDate | null {
  const words = statedMoment(element).trim()
  if (words.length < 8 || words.length > LONGEST_MOMENT) return null
  const day = isMoment(words) ? dayOfMoment(words) : null
  if (day === null) return scanDates(words, options)[0] ?? null
  return { day, precision: 'day', words, at: 0, yearless: false, otherwise: null }
}

/** Every date that a reader of the page sees, and those that its time elements hold. */
export function textDates(outline: Outline, survey: Survey, options: ScanOptions): readonly Clue[] {
  const { text, elements } = outline
  const headings = headingsOf(outline, survey)
  const printed = scanDates(text.slice(0, MOST_TEXT), { ...options, limit: MOST_DATES })
  const weighing: Weighing = {
    outline,
    headings,
    placeOf: placesOf(outline, headings),
    crowded: crowdsOf(printed, headings),
  }
  const clues: Clue[] = []
  for (const found of printed) {
    const start = found.at
    clues.push(weigh(found, start, start + found.words.length, elementAt(outline, start), weighing, false))
  }
  for (const index of survey.timed.slice(0, MOST_DATES)) {
    const element = elements[index]
    const found = element === undefined ? null : momentOf(element, options)
    if (element !== undefined && found !== null)
      clues.push(weigh(found, element.start, element.end, index, weighing, true))
  }
  return clues
}
