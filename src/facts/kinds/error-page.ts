import type { PageKind } from '../page.ts'
import { FEATURES, type Traits } from './error-features.ts'
import { BIAS, WEIGHTS } from './error-weights.ts'

const ORDERED = FEATURES.map((feature) => WEIGHTS[feature])

/** How far a page is an error page: above nought it is one. */
export const errorScore = ({ values }: Traits): number =>
  values.reduce((sum, value, at) => sum + value * (ORDERED[at] ?? 0), BIAS)

const GONE: ReadonlySet<number> = new Set([404, 410])
const REFUSED: ReadonlySet<number> = new Set([401, 403, 407, 418, 429, 444, 451, 511])

/** Which kind of error page it is: by the status that it prints, or else by its words, the most prominent first. */
export function errorKind({ status, refusals }: Traits): PageKind {
  if (status !== null) {
    if (GONE.has(status)) return 'not-found'
    if (REFUSED.has(status) || (status === 405 && refusals[0] === 'refused')) return 'blocked'
    return status >= 500 && refusals.includes('closed') ? 'maintenance' : 'server-error'
  }
  switch (refusals[0]) {
    case 'missing':
      return 'not-found'
    case 'refused':
      return 'blocked'
    case 'closed':
      return 'maintenance'
    default:
      return 'server-error'
  }
}
