import { isTransient } from './failures.ts'
import type { FetchOptions } from './options.ts'
import type { Followed } from './redirects.ts'

type RetryOptions = Pick<FetchOptions, 'retries' | 'refusedAgain' | 'sleep'>

/** Answers of a server that is busy or being restarted, not broken (RFC 9110 §15.6, RFC 6585 §4). */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504])

const isPassing = ({ end }: Followed): boolean =>
  end.kind === 'failure' ? isTransient(end.reason) : BUSY.has(end.got.status)

/** Whether the host may not be asked any more: what it said before is then its last word. */
const isWithheld = ({ end }: Followed): boolean =>
  end.kind === 'failure' && (end.reason === 'budget-spent' || end.reason === 'asked-to-wait')

/** How long to wait before the next try; null when this was the last one. */
function pauseAfter(followed: Followed, attempt: number, options: RetryOptions): number | null {
  const { attempts, delay, longestDelay } = options.retries
  const { tries, spread } = options.refusedAgain
  if (followed.end.kind === 'failure' && followed.end.reason === 'connection-refused') {
    return attempt > tries ? null : spread / tries
  }
  if (attempt >= attempts || !isPassing(followed)) return null
  return Math.min(longestDelay, delay * 2 ** (attempt - 1))
}

/**
 * Asks again while the answer may be a passing one: after a pause that doubles, and after even pauses where the
 * connection was refused; pacing adds what the host asks for by Retry-After. Returns the last answer.
 */
export async function withRetries(
  ask: () => Promise<Followed>,
  options: RetryOptions,
): Promise<{ readonly followed: Followed; readonly attempts: number }> {
  let before: Followed | null = null
  for (let attempt = 1; ; attempt += 1) {
    const followed = await ask()
    if (before !== null && isWithheld(followed)) return { followed: before, attempts: attempt - 1 }
    const pause = pauseAfter(followed, attempt, options)
    if (pause === null) return { followed, attempts: attempt }
    before = followed
    await options.sleep(pause)
  }
}
