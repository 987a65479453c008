import { hostNameOf } from '../core/address.ts'
import type { Probe } from '../core/probe.ts'

/** Hands out probes one by one. */
export interface ProbeCursor {
  /** The next probe of a host that has room; null when no host has both a probe left and room. */
  next(): Probe | null
  /** Makes room at the probe's host again. */
  done(probe: Probe): void
}

interface Queue {
  readonly host: string
  readonly probes: readonly Probe[]
  taken: number
  inHand: number
}

/**
 * Hosts take turns, and none has more than `perHost` probes in hand, so that a slow host does not hold up the others.
 * Within a host the order stays.
 */
export function probeCursor(probes: readonly Probe[], perHost: number): ProbeCursor {
  const byHost = new Map<string, Probe[]>()
  for (const probe of probes) {
    const host = hostNameOf(probe.address)
    const queue = byHost.get(host)
    if (queue === undefined) byHost.set(host, [probe])
    else queue.push(probe)
  }
  const queues = new Map<string, Queue>(
    [...byHost].map(([host, list]) => [host, { host, probes: list, taken: 0, inHand: 0 }]),
  )
  /** Hosts with something left, the one whose turn it is first. */
  const turns = new Set(queues.values())
  return {
    next: () => {
      for (const queue of turns) {
        const probe = queue.probes[queue.taken]
        if (queue.inHand >= perHost || probe === undefined) continue
        queue.taken += 1
        queue.inHand += 1
        turns.delete(queue)
        if (queue.taken < queue.probes.length) turns.add(queue)
        return probe
      }
      return null
    },
    done: (probe) => {
      const queue = queues.get(hostNameOf(probe.address))
      if (queue !== undefined) queue.inHand -= 1
    },
  }
}
