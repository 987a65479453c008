/** As long as "for ever", and still a date. */
const LONGEST = 365 * 24 * 60 * 60 * 1000

/**
 * What Retry-After asks for, in milliseconds, at most a year: seconds or an HTTP date (RFC 9110 §10.2.3); null without
 * one.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\s*\d+\s*$/.test(header)) return Math.min(LONGEST, Number(header) * 1000)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.min(LONGEST, Math.max(0, at - now))
}
