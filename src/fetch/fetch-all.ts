import type { Probe } from '../core/probe.ts'
import type { Fetched, Fetcher } from './fetcher.ts'
import { probeCursor } from './probe-cursor.ts'

/**
 * Probes given to the fetcher at once; its own limits say how many of them are really being asked. Enough for hosts that
 * rest not to hold up others.
 */
const IN_HAND = 1024
/** Of these, for one host: enough for its connections, few enough to stop soon. */
const IN_HAND_PER_HOST = 8

/**
 * Asks every probe, a bounded number at a time from a cursor, and hands each answer over as it comes; `onFetched` is
 * waited for before its place is given away. When `signal` is aborted nothing new is begun and the promise resolves
 * once what was begun has been handed over. Rejects with the first error of `fetcher` or `onFetched`, after the same.
 */
export async function fetchAll(
  fetcher: Fetcher,
  probes: readonly Probe[],
  onFetched: (fetched: Fetched) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const cursor = probeCursor(probes, IN_HAND_PER_HOST)
  const faults: unknown[] = []
  let inHand = 0
  await new Promise<void>((resolve) => {
    const begin = async (probe: Probe): Promise<void> => {
      try {
        await onFetched(await fetcher.fetch(probe))
      } catch (fault) {
        faults.push(fault)
      }
      inHand -= 1
      cursor.done(probe)
      refill()
    }
    const refill = (): void => {
      while (inHand < IN_HAND && faults.length === 0 && signal?.aborted !== true) {
        const probe = cursor.next()
        if (probe === null) break
        inHand += 1
        void begin(probe)
      }
      if (inHand === 0) resolve()
    }
    refill()
  })
  if (faults.length > 0) throw faults[0]
}
