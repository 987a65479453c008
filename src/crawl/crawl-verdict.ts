import type { Address } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import { reachabilityOf } from '../facts/reachability.ts'
import type { CrawlAnswer } from '../store/crawl-store.ts'
import type { Look } from './closer-look.ts'
import { observationOf } from './reply.ts'

/** What is said of an address after everything that was asked about it. */
export interface CrawlVerdict {
  readonly state: 'alive' | 'dead' | 'soft-404' | 'wall' | 'blocked' | 'suspected' | 'disputed' | 'untested'
  /** Short and stable: `404`, `name-not-found`, `block-page`, … */
  readonly cause: string
  /** The page's own words, where they are the reason. */
  readonly quote: string
  readonly observations: readonly Observation[]
}

const NOT_ASKED: CrawlVerdict = { state: 'untested', cause: 'not-asked', quote: '', observations: [] }

/**
 * Judges one address from its answers, whatever their order; without any it was not asked. `look`: what the page turned
 * out to be, where that was in doubt.
 */
export function crawlVerdict(
  answers: readonly CrawlAnswer[],
  address: Address,
  look: Look | null,
): CrawlVerdict {
  const of = (purpose: CrawlAnswer['purpose']): Observation | null => {
    const answer = answers.find((one) => one.purpose === purpose)
    return answer === undefined ? null : observationOf(answer, address)
  }
  const visit = of('visit')
  if (visit === null) return NOT_ASKED
  const { state: known, cause, observations } = reachabilityOf(visit, of('repeat'), of('opinion'), null)
  // A crawl asks within one night: no fault persists in it.
  const state = known === 'failing' ? 'suspected' : known
  const beside = of('catch-all')?.answer
  if (state === 'dead' && beside?.kind === 'lookup' && beside.addresses.length > 0) {
    return { state: 'disputed', cause: 'catch-all', quote: '', observations }
  }
  if (look === null) return { state, cause, quote: '', observations }
  const { kind, quote } = look
  if (kind === 'server-error' || kind === 'maintenance') {
    const isWell = state === 'alive'
    return isWell
      ? { state: 'suspected', cause: kind, quote, observations }
      : { state, cause, quote: '', observations }
  }
  if (kind === 'blocked') return { state: 'blocked', cause: 'block-page', quote, observations }
  return state === 'alive'
    ? { state: kind, cause: kind, quote, observations }
    : { state, cause, quote, observations }
}
