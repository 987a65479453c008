import type { Address } from '../core/address.ts'
import { roundOf } from '../core/probe.ts'
import { canaryAskings } from '../facts/ladder/canary-askings.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Run, RunStore } from '../store/run-store.ts'

/** Asks whether our own network is well. */
export type AskCanaries = () => Promise<boolean>

/**
 * Asks canary hosts, each time in a round of its own, and stores what they say; true when fewer than half of them fail, and
 * where there are none.
 */
export const canariesOf =
  (run: Run, canaries: readonly Address[], store: RunStore, fetcher: Fetcher): AskCanaries =>
  async () => {
    if (canaries.length === 0) return true
    const before = (await store.observations(run.id)).filter((one) => one.purpose === 'canary')
    const round = before.length === 0 ? 0 : Math.max(...before.map((one) => roundOf(one.id))) + 1
    const asked = await Promise.all(
      canaries.map((address) => fetcher.fetch({ purpose: 'canary', address, origin: 'registered', round })),
    )
    const observations = asked.map((one) => one.observation)
    await store.addObservations(run.id, observations, [])
    return canaryAskings(observations).every((asking) => asking.isWell)
  }
