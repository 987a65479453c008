import type { Address } from '../core/address.ts'
import type { Probe } from '../core/probe.ts'
import type { DownloadFact } from '../facts/facts.ts'
import {
  type DownloadLook,
  downloadState,
  lookResult,
  needsSecondLook,
} from '../facts/files/download-state.ts'
import { downloadsOf } from '../facts/files/downloads.ts'
import type { AddressFacts } from './address-facts.ts'
import type { Evidence } from './evidence.ts'

function lookAt(purpose: 'visit' | 'repeat', address: Address, evidence: Evidence): DownloadLook | null {
  const observation = evidence.ask(purpose, address)
  if (observation === undefined) return null
  const { id } = observation
  return { observation, file: evidence.file(id) ?? null, page: evidence.page(id) ?? null }
}

/** The files that a column offers, each with what came of asking for it. */
export const downloadFacts = (
  column: Address,
  evidence: Evidence,
  addresses: AddressFacts,
): readonly DownloadFact[] =>
  downloadsOf(addresses.landing(column), addresses.landing).map((link): DownloadFact => {
    const { promise, address } = link
    const reachability = addresses.reachability(address)
    const first = lookAt('visit', address, evidence)
    const second = lookAt('repeat', address, evidence)
    return { ...link, reachability, state: downloadState(promise, first, second, reachability) }
  })

/**
 * What must be asked about the first files of a column: each of them, and again what looks broken. A file of an entry's
 * page is found on the way, so that the answer grows with the evidence.
 */
export const downloadQuestions = (
  column: Address,
  most: number,
  evidence: Evidence,
  addresses: AddressFacts,
): readonly Probe[] =>
  downloadsOf(addresses.landing(column), addresses.landing)
    .slice(0, most)
    .flatMap(({ promise, address }): readonly Probe[] => {
      const visit: Probe = { purpose: 'visit', origin: 'discovered', address }
      const look = lookAt('visit', address, evidence)
      const isSuspect = look !== null && needsSecondLook(lookResult(promise, look))
      return isSuspect ? [visit, { ...visit, purpose: 'repeat' }] : [visit]
    })
