import type { PageKind } from '../page.ts'
import { FEATURES, type Traits } from './error-features.ts'
import { BIAS, WEIGHTS } from './error-weights.ts'
import type { Refusal } from './words/wording.ts'

const ORDERED = FEATURES.map((feature) => WEIGHTS[feature])

/** How far a page is an error page: above nought it is one. */
export const errorScore = ({ values }: Pick<Traits, 'values'>): number =>
  values.reduce((sum, value, at) => sum + value * (ORDERED[at] ?? 0), BIAS)

/** What the lines of a page and the names of its elements can add at most. */
const FROM_LINES = (
  [
    'line-status',
    'line-code',
    'line-reason',
    'status-agrees',
    'text-words',
    'help-words',
    'signature',
    'reference',
    'names',
  ] as const
).reduce((sum, feature) => sum + Math.max(0, WEIGHTS[feature]), 0)

/** Whether a page may still turn out to be an error page once its lines are read, whatever they say. */
export const mayBeError = (values: readonly number[]): boolean => errorScore({ values }) + FROM_LINES > 0

const GONE: ReadonlySet<number> = new Set([404, 410])
/** Statuses by which servers and firewalls refuse a reader (domain.md §4); 405 with words of refusal is one too. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 407, 412, 418, 429, 444, 451, 493, 511, 521])

/** Which kind of error page a status makes, given what the words beside it say. */
export function kindOfStatus(status: number, refusals: readonly Refusal[]): PageKind {
  if (GONE.has(status)) return 'not-found'
  if (REFUSED.has(status) || (status === 405 && refusals[0] === 'refused')) return 'blocked'
  return status >= 500 && refusals.includes('closed') ? 'maintenance' : 'server-error'
}

/** Which kind of error page it is: by the status that it prints, or else by its words, the most prominent first. */
export function errorKind({ status, refusals }: Traits): PageKind {
  if (status !== null) return kindOfStatus(status, refusals)
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
