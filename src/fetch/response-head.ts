import type { Dispatcher } from 'undici'
import { locationText } from './location.ts'

/** What an answer says before its body. */
export interface ResponseHead {
  readonly status: number
  /** Lower-case names, in the order in which they came; several values joined with `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly setCookie: readonly string[]
  /** The Location header with what is not ASCII percent-encoded; null when there is none. */
  readonly location: string | null
}

/** Headers as undici hands them over. */
export type RawHeaders = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2]

const listOf = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** Whether no header came more than once, so that there is nothing to join. */
function isSingle(raw: RawHeaders): raw is Record<string, string> {
  for (const name in raw) if (typeof raw[name] !== 'string') return false
  return true
}

function joined(raw: RawHeaders): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const name of Object.keys(raw)) {
    const value = raw[name]
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return headers
}

/** Reads status and headers of an answer. */
export function responseHead(status: number, raw: RawHeaders): ResponseHead {
  const [location] = listOf(raw.location)
  return {
    status,
    headers: isSingle(raw) ? raw : joined(raw),
    setCookie: listOf(raw['set-cookie']),
    location: location === undefined ? null : locationText(location),
  }
}

/** How many header lines came: several of one name count each. */
export function headerLines(raw: RawHeaders): number {
  let count = 0
  for (const name of Object.keys(raw)) {
    const value = raw[name]
    count += Array.isArray(value) ? value.length : 1
  }
  return count
}
