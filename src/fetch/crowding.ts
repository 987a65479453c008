import type { Brought } from './host-delay.ts'
import type { ServerLoad } from './paced-host.ts'

/** What a server does that has no room for a further connection: turns it away, drops it, or lets it wait. */
const CROWDED: ReadonlySet<string> = new Set(['connection-refused', 'connection-reset', 'connect-timeout'])

/** Whether a request failed as it does where a server has too many connections. */
export const isCrowded = ({ reason }: Brought): boolean => reason !== undefined && CROWDED.has(reason)

/**
 * Takes back what is asked of a server at once to what it bears at this moment; true when that may have been the
 * failure's cause, because others were being asked at the same time. A host that fails alone fails.
 */
export function fewerAtOnce(server: ServerLoad): boolean {
  const others = server.inFlight - 1
  if (others < 1) return false
  server.mostAtOnce = Math.min(server.mostAtOnce, others)
  server.answers = 0
  return true
}

/** After so many answers one more request at once is tried. */
const PATIENCE = 100

/** Counts an answer. */
export function moreAtOnce(server: ServerLoad): void {
  if (server.mostAtOnce >= server.limit) return
  server.answers += 1
  if (server.answers < PATIENCE) return
  server.answers = 0
  server.mostAtOnce += 1
}
