import { isTransient } from './failures.ts'
import type { FetchOptions } from './options.ts'
import type { Followed } from './redirects.ts'

type RetryOptions = Pick<FetchOptions, 'retries' | 'refusedAgain' | 'now' | 'sleep'>

/** Answers of a server that is busy or being restarted, not broken (RFC 9110 §15.6, RFC 6585 §4). */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504])

const isPassing = ({ end }: Followed): boolean =>
  end.kind === 'failure' ? isTransient(end.reason) : BUSY.has(end.got.status)

/** What Retry-After asks for, in milliseconds: seconds or an HTTP date; null without one. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/** How long to wait before the next try; null when this was the last one. */
function pauseAfter(followed: Followed, attempt: number, options: RetryOptions): number | null {
  const { attempts, delay, longestDelay } = options.retries
  const { tries, spread } = options.refusedAgain
  if (followed.end.kind === 'failure' && followed.end.reason === 'connection-refused') {
    return attempt > tries ? null : spread / tries
  }
  if (attempt >= attempts || !isPassing(followed)) return null
  const headers = followed.end.kind === 'response' ? followed.end.got.headers : {}
  const wanted = retryAfter(headers['retry-after'], options.now()) ?? 0
  return Math.min(longestDelay, Math.max(wanted, delay * 2 ** (attempt - 1)))
}

/**
 * Asks again while the answer may be a passing one: after a pause that doubles or that the server asks for, and after
 * even pauses where the connection was refused. Returns the last answer.
 */
export async function withRetries(
  ask: () => Promise<Followed>,
  options: RetryOptions,
): Promise<{ readonly followed: Followed; readonly attempts: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const followed = await ask()
    const pause = pauseAfter(followed, attempt, options)
    if (pause === null) return { followed, attempts: attempt }
    await options.sleep(pause)
  }
}
