import { hostOf } from '../core/address.ts'
import type { Probe } from '../core/probe.ts'
import type { Fetched, Fetcher } from './fetcher.ts'

/** Enough to keep every host busy that has room, whatever the overall limit is. */
const IN_HAND = 64

/** Hosts take turns, so that none is asked in a burst and none holds the others up. */
export function interleaved(probes: readonly Probe[]): readonly Probe[] {
  const turns = new Map<string, number>()
  return probes
    .map((probe, at) => {
      const host = hostOf(probe.address)
      const turn = turns.get(host) ?? 0
      turns.set(host, turn + 1)
      return { probe, turn, at }
    })
    .sort((a, b) => a.turn - b.turn || a.at - b.at)
    .map((one) => one.probe)
}

/** Asks every probe, a bounded number at a time from a cursor, and hands each answer over as it comes. */
export async function fetchAll(
  fetcher: Fetcher,
  probes: readonly Probe[],
  onFetched: (fetched: Fetched) => Promise<void>,
): Promise<void> {
  const cursor = interleaved(probes).values()
  const work = async (): Promise<void> => {
    for (const probe of cursor) await onFetched(await fetcher.fetch(probe))
  }
  await Promise.all(Array.from({ length: Math.min(IN_HAND, probes.length) }, work))
}
