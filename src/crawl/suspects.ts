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
