import type { Address } from '../core/address.ts'
import type { ObservationId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import { observationId } from '../core/probe.ts'
import type { Landing } from './facts.ts'
import type { Page } from './page.ts'
import { mayBeAnothers } from './untrusted-connection.ts'

/** What has been seen, by observation id. */
export interface Seen {
  observation(id: ObservationId): Observation | undefined
  page(id: ObservationId): Page | undefined
}

const MOST_JUMPS = 5

interface Walk {
  readonly landing: Landing
  /** A jump's target that has not been asked yet. */
  readonly next: Address | null
}

function walk(start: Address, seen: Seen): Walk {
  const trail: Observation[] = []
  const been = new Set<Address>()
  for (let address = start; ; ) {
    been.add(address)
    const observation = seen.observation(observationId('visit', address))
    if (observation === undefined) {
      const [first = null] = trail
      const why = first === null ? 'not-asked' : 'jump-not-asked'
      return { landing: { kind: 'unread', why, observation: first }, next: first === null ? null : address }
    }
    trail.push(observation)
    const { answer } = observation
    const unread = (why: 'failed' | 'error-status' | 'not-html'): Walk => ({
      landing: { kind: 'unread', why, observation },
      next: null,
    })
    if (answer.kind !== 'response' || mayBeAnothers(observation)) return unread('failed')
    if (answer.status >= 400) return unread('error-status')
    const page = seen.page(observation.id)
    if (page === undefined) return unread('not-html')
    const jump = page.jump?.address ?? null
    if (jump === null || been.has(jump) || trail.length > MOST_JUMPS) {
      return { landing: { kind: 'page', page, observation, trail }, next: null }
    }
    address = jump
  }
}

/**
 * Where a reader ends up who opens an address: jumps (refresh, script, frame) are followed up to five times. A page behind
 * a certificate that is the host's but faulty is read, for its readers' sake who go on in spite of the warning.
 */
export const landingOf = (address: Address, seen: Seen): Landing => walk(address, seen).landing

/** The next address that a jump leads to and that was not asked yet; null when there is none. */
export const nextJump = (address: Address, seen: Seen): Address | null => walk(address, seen).next
