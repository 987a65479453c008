import { withoutTokens } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'

/**
 * An observation as it is kept: an address that was found on a page, not registered, without the tokens with which it
 * was asked. Its id never had them.
 */
export function storedObservation(observation: Observation): Observation {
  if (observation.origin === 'registered') return observation
  const { answer } = observation
  return {
    ...observation,
    address: withoutTokens(observation.address),
    answer: answer.kind === 'response' ? { ...answer, address: withoutTokens(answer.address) } : answer,
  }
}
