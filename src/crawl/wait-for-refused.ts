import type { Suspect } from './confirm.ts'

/**
 * Waits until `pause` milliseconds have passed since the last refused connection that must be tried again: a host that
 * refuses may just be starting (DESIGN §5.1). Ends at once when `signal` is aborted.
 */
export async function waitForRefused(
  suspects: Iterable<Suspect>,
  { refusedPause, now, sleep, signal }: WaitTools,
): Promise<void> {
  const refusedAt = [...suspects].flatMap(({ answers }) => {
    const visit = answers.find((one) => one.purpose === 'visit')
    const isOpen =
      visit?.reply.reason === 'connection-refused' && !answers.some((one) => one.purpose === 'repeat')
    return isOpen ? [visit.observedAt] : []
  })
  const wait = refusedAt.length === 0 ? 0 : Math.max(...refusedAt) + refusedPause - now()
  if (wait <= 0 || signal.aborted) return
  const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await Promise.race([sleep(wait), aborted])
}

/** What waiting works with. */
export interface WaitTools {
  /** Milliseconds between a refused connection and the second request. */
  readonly refusedPause: number
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<unknown>
  readonly signal: AbortSignal
}
