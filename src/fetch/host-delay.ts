import type { FetchOptions } from './options.ts'
import { retryAfter } from './retry-after.ts'

/** What pacing has to know of what a request brought. */
export interface Brought {
  /** Of an answer. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Of a failure. */
  readonly reason?: string
}

/** What a host's answers and its robots.txt say about how fast it may be asked. Milliseconds. */
export interface HostDelay {
  /** How long the last answer took. */
  lastAnswer: number
  /** Crawl-delay of robots.txt, clamped. */
  crawlDelay: number
  /** Grows while the host says that it is too busy, and halves with every answer that does not. */
  backOff: number
  /** When `backOff` grew last: what was asked before that says nothing new. */
  backedOffAt: number
}

type DelayOptions = Pick<FetchOptions, 'retries'>

/** A host that nothing is known of. */
export const noDelay = (): HostDelay => ({
  lastAnswer: 0,
  crawlDelay: 0,
  backOff: 0,
  backedOffAt: Number.NEGATIVE_INFINITY,
})

/**
 * Between two starts: the configured gap, or a multiple of the last answer's time (a slow host is asked less) up to its
 * limit, or what robots.txt or the back-off want, whichever is longest. A gap of 0 stands for a host that need not be
 * spared; only what it says itself counts then.
 */
export function gapOf(delay: HostDelay, gap: number, delays: FetchOptions['delays']): number {
  const adapted = gap === 0 ? 0 : Math.min(delays.longest, delays.factor * delay.lastAnswer)
  return Math.max(gap, adapted, delay.crawlDelay, delay.backOff)
}

/** RFC 6585 §4, RFC 9110 §15.6.4: too many requests, service unavailable. */
const BUSY: ReadonlySet<number> = new Set([429, 503])

/** RFC 9110 §10.2.3; redirects with such a header say something else. */
const mayAskForRest = (status: number): boolean => status >= 500 || BUSY.has(status) || status === 413

/** Learns from an answer; returns until when the host wants to be left alone, 0 for not at all. */
export function learn(
  delay: HostDelay,
  { status = 0, headers }: Brought,
  startedAt: number,
  endedAt: number,
  options: DelayOptions,
): number {
  const { delay: first, longestDelay } = options.retries
  delay.lastAnswer = endedAt - startedAt
  const asked = mayAskForRest(status) ? (retryAfter(headers?.['retry-after'], endedAt) ?? 0) : 0
  if (BUSY.has(status)) {
    if (startedAt >= delay.backedOffAt) {
      delay.backOff = Math.min(longestDelay, Math.max(first, delay.backOff * 2))
      delay.backedOffAt = endedAt
    }
    return endedAt + Math.max(asked, delay.backOff)
  }
  if (asked > 0) return endedAt + asked
  if (delay.backOff > 0 && status > 0 && startedAt >= delay.backedOffAt) {
    delay.backOff = delay.backOff / 2 < first ? 0 : delay.backOff / 2
  }
  return 0
}
