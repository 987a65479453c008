import type { Finding } from '../core/verdict.ts'
import { fingerprint } from './fingerprint.ts'

/** Data that moves with the day judged while the page stays as it is, beside every number. */
const MOVES_WITH_THE_DAY: ReadonlySet<string> = new Set([
  'limit',
  'degree',
  'degreeEnglish',
  'since',
  'until',
])

/**
 * What a finding measured, as 16 hexadecimal digits: its message and its data in words. Numbers are left out, for they
 * count days or flicker from visit to visit; so the same page measures the same on another day.
 */
export const measuredOf = ({ message, data }: Pick<Finding, 'message' | 'data'>): string =>
  fingerprint(
    message,
    ...Object.entries(data)
      .filter(([key, value]) => typeof value === 'string' && !MOVES_WITH_THE_DAY.has(key))
      .map(([key, value]) => `${key}=${value}`)
      .sort(),
  )
