import { type ScanOptions, scanDates } from '../dates/scan.ts'
import { asClue, type Clue } from './clue.ts'
import { roleOfKey } from './key-role.ts'
import { dayOfMoment, isMoment } from './moment.ts'

/** So many dates of scripts are looked at. */
const MOST = 200
const DAY_OR_MOMENT =
  /(?<![\d.-])(?:(?:19|20)\d\d(?:([-/])\d\d?\1\d\d?|[01]\d[0-3]\d)(?![\d-])|1\d{9}(?:\d{3})?(?!\d)|\d\d?(?:([./-])\d\d?\2| \p{L}{3,9}\.?,? )(?:19|20)\d\d(?!\d))|\p{Lu}\p{Ll}{2,8}\.? \d\d?, (?:19|20)\d\d(?!\d)/gu
const KEY_BEFORE = /([\w:.-]{2,40})\\?["']?\s*[:=]\s*(?:\\?["']\s*)?$/
/** Keys of moments in seconds or milliseconds since 1970 (`ct`: of 微信公众号). */
const MOMENT_KEY = /^(?:ct|publish_?(?:time|date|ed(?:_?at)?)|pub_?(?:time|date)|(?:ori)?create_?time)$/i
const MOMENT_WEIGHT = 0.6
/** Keys that are less sure than this have moments of visits and of builds as well. */
const SURE_KEY = 0.7

function momentUnder({ key, value }: Keyed): Clue | null {
  const role = MOMENT_KEY.test(key) ? { role: 'published' as const, weight: 1 } : roleOfKey(key)
  const day = role === null || role.weight < SURE_KEY ? null : dayOfMoment(value)
  if (role === null || day === null) return null
  return asClue(
    { day, precision: 'day', otherwise: null },
    {
      role: role.role,
      source: 'script',
      weight: role.weight * MOMENT_WEIGHT,
      quote: `${key}: ${value}`,
      at: null,
    },
  )
}

/** How far before a date the mark of linked data may stand. */
const LINKED_REACH = 4000
const LINKED_MARK = '"@type"'
/** What a date of plain script data weighs less than one of linked data, and less again where its key has several days. */
const PLAIN_DATA = 0.2
const SEVERAL = 0.3

interface Keyed {
  readonly key: string
  readonly value: string
  readonly linked: boolean
}

/** What every day and moment holds, found much faster, and how far they may reach to its left and right. */
const YEAR_OR_MOMENT = /(?:19|20)\d\d|1\d{9}/g
const [BEFORE, BEHIND] = [60, 30]

/** Every day and moment of a text, and its place. */
function* daysAndMoments(text: string): Generator<{ readonly value: string; readonly index: number }> {
  let from = 0
  let to = 0
  const among = function* () {
    for (const { 0: value, index } of text.slice(from, to).matchAll(DAY_OR_MOMENT)) {
      yield { value, index: from + index }
    }
  }
  for (const { index } of text.matchAll(YEAR_OR_MOMENT)) {
    if (index - BEFORE > to) {
      yield* among()
      from = index - BEFORE
    }
    to = index + BEHIND
  }
  yield* among()
}

/** The dates of scripts that stand under a key. */
function keyedDates(scripts: string): readonly Keyed[] {
  const keyed: Keyed[] = []
  let looked = 0
  let mark = -1
  let next = scripts.indexOf(LINKED_MARK)
  for (const { value, index } of daysAndMoments(scripts)) {
    looked += 1
    if (looked > MOST) break
    while (next >= 0 && next < index) {
      mark = next
      next = scripts.indexOf(LINKED_MARK, next + 1)
    }
    const key = KEY_BEFORE.exec(scripts.slice(Math.max(0, index - 70), index))?.[1]
    if (key !== undefined) keyed.push({ key, value, linked: mark >= 0 && index - mark < LINKED_REACH })
  }
  return keyed
}

/**
 * What JSON-LD and other data in scripts say. Keys are read where they stand, so that broken JSON, data inside calls and
 * graphs of any shape are read alike.
 */
export function scriptDates(scripts: string, options: ScanOptions): readonly Clue[] {
  const keyed = keyedDates(scripts)
  const days = new Map<string, Set<string>>()
  for (const { key, value } of keyed) days.set(key, (days.get(key) ?? new Set()).add(value))
  const clues: Clue[] = []
  for (const one of keyed) {
    const { key, value, linked } = one
    if (isMoment(value)) {
      const moment = momentUnder(one)
      if (moment !== null) clues.push(moment)
      continue
    }
    const role = roleOfKey(key)
    const [found] = role === null ? [] : scanDates(value, options)
    if (role === null || found === undefined) continue
    const several = !linked && (days.get(key)?.size ?? 0) > 1
    const weight = role.weight - (linked ? 0 : PLAIN_DATA) - (several ? SEVERAL : 0)
    clues.push(
      asClue(found, {
        role: role.role,
        weight,
        source: linked ? 'json-ld' : 'script',
        quote: `${key}: ${value}`,
        at: null,
      }),
    )
  }
  return clues
}
