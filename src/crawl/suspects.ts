import type { Address } from '../core/address.ts'
import { needsRepeat } from '../facts/reachability.ts'
import type { CrawlAnswer } from '../store/crawl-store.ts'
import type { Suspect } from './confirm.ts'
import { observationOf } from './reply.ts'

/** An address that must be asked about again before anything is said of it; null for one that is well. */
export function suspectOf(answers: readonly CrawlAnswer[], address: Address): Suspect | null {
  const visit = answers.find((one) => one.purpose === 'visit')
  if (visit === undefined || visit.reply.status === 200) return null
  return needsRepeat(observationOf(visit, address)) ? { number: visit.number, address, answers } : null
}

/**
 * What the crawl before says of an address that is dead today as it was then: its second request and the other engine's
 * word still hold, and today's visit is one request more, so that nothing has to be asked again. Empty where it said
 * anything else.
 */
export function confirmedBefore(visit: CrawlAnswer, before: readonly CrawlAnswer[]): readonly CrawlAnswer[] {
  const earlier = before.find((one) => one.purpose === 'visit')
  const isSame =
    earlier !== undefined &&
    earlier.reply.status === visit.reply.status &&
    earlier.reply.reason === visit.reply.reason
  const opinion = before.find((one) => one.purpose === 'opinion')
  if (!isSame || opinion?.reply.reason !== 'broken') return []
  return before.filter((one) => one.purpose === 'repeat' || one.purpose === 'opinion')
}
