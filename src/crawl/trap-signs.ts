import { type Address, pathStart } from '../core/address.ts'
import type { CutReason } from './cut-short.ts'

/** Characters: no address that somebody wrote is longer, and many servers take no longer ones (RFC 9110 §4.1: 8,000). */
const LONGEST = 2_048
/** A part of a path that comes so often, one after the other, was added by links that are relative to themselves. */
const REPETITIONS = 3
/** So many equal parameters in one query. */
const EQUAL_PARAMETERS = 3
/** Parts of a path that are looked at as one: `/a/b/c/` again and again. */
const LONGEST_PERIOD = 4

const WORD = /[^\d.]/

/** Whether the end of a list of parts is one run of parts, again and again. */
function repeats(parts: readonly string[]): boolean {
  for (let period = 1; period <= LONGEST_PERIOD; period += 1) {
    const length = period * REPETITIONS
    for (let start = 0; start + length <= parts.length; start += 1) {
      let at = start + period
      while (at < start + length && parts[at] === parts[at - period]) at += 1
      // Numbers repeat in honest paths: /2001/01/01/01.html
      if (at === start + length && parts.slice(start, start + period).some((part) => WORD.test(part)))
        return true
    }
  }
  return false
}

function hasEqualParameters(query: string): boolean {
  const counts = new Map<string, number>()
  for (const parameter of query.split('&')) {
    const count = (counts.get(parameter) ?? 0) + 1
    if (count >= EQUAL_PARAMETERS && parameter !== '') return true
    counts.set(parameter, count)
  }
  return false
}

/** What shows on an address by itself that it has grown from page to page; null for nothing. */
export function trapSign(address: Address): CutReason | null {
  if (address.length > LONGEST) return 'long-address'
  const [path = '', query = ''] = address.slice(pathStart(address)).split(/\?(.*)/s, 2)
  if (repeats(path.split('/').slice(1, -1))) return 'repeating-path'
  return query !== '' && hasEqualParameters(query) ? 'repeating-query' : null
}

/** A year with its month, or named as one, the way calendars write their addresses. */
const DATED =
  /(?:\b|_)((?:1[5-9]|2\d)\d\d)(?:(?:[-/._]0?[1-9]|[-/._]?1[0-2]|0[1-9])(?![\da-z])|(?=.*\bmonth))|\byear=(\d{4})/i

/** Characters that were escaped, once or again and again: their digits are no numbers. */
const ESCAPES = /%(?:25)*[\dA-F]{2}/g

/** The year that an address is about, as far as it shows; null for none. */
export function yearIn(address: Address): number | null {
  const [, year, named] = DATED.exec(address.slice(pathStart(address)).replace(ESCAPES, ' ')) ?? []
  return year === undefined && named === undefined ? null : Number(year ?? named)
}
