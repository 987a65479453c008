import type { Address } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import { reachabilityOf } from '../facts/reachability.ts'
import type { CrawlAnswer } from '../store/crawl-store.ts'
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

/** What a closer look at a page found, by what it is called there. */
const LOOKS: Readonly<Record<string, CrawlVerdict['state']>> = {
  'soft-404': 'soft-404',
  wall: 'wall',
  blocked: 'blocked',
}

/** Judges one address from its answers, whatever their order; without any it was not asked. */
export function crawlVerdict(answers: readonly CrawlAnswer[], address: Address): CrawlVerdict {
  const of = (purpose: CrawlAnswer['purpose']): Observation | null => {
    const answer = answers.find((one) => one.purpose === purpose)
    return answer === undefined ? null : observationOf(answer, address)
  }
  const visit = of('visit')
  if (visit === null) return NOT_ASKED
  const { state, cause, observations } = reachabilityOf(visit, of('repeat'), of('opinion'), null)
  const look = answers.find((one) => one.purpose === 'visit')?.reply.look
  if (look === undefined) return { state, cause, quote: '', observations }
  if (state === 'dead' || state === 'disputed') {
    if (look.kind === 'blocked')
      return { state: 'blocked', cause: 'block-page', quote: look.quote, observations }
    return { state, cause, quote: look.quote, observations }
  }
  return { state: LOOKS[look.kind] ?? state, cause: look.kind, quote: look.quote, observations }
}
