import type { Day } from '../core/day.ts'
import type { Entry } from './page.ts'

/**
 * Whether the first page of a list shows everything since a day: its last dated entry is of that day or older. Pinned
 * entries, however old, stand first and prove nothing; a list without dates proves nothing either.
 */
export function listReachesBack(entries: readonly Entry[], day: Day): boolean {
  const last = entries.findLast((entry) => entry.date !== null)?.date ?? null
  return last !== null && last <= day
}
