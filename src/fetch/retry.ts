import { isTransient } from './failures.ts'
import type { FetchOptions } from './options.ts'
import type { Followed } from './redirects.ts'

const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504])

const isPassing = (followed: Followed): boolean =>
  followed.end.kind === 'failure' ? isTransient(followed.end.reason) : BUSY.has(followed.end.got.status)

/** What Retry-After asks for, in milliseconds: seconds or an HTTP date; null without one. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/** Tries again while the answer may be a passing one, with a pause that doubles or that the server asks for. */
export async function withRetries(
  ask: () => Promise<Followed>,
  options: FetchOptions,
): Promise<{ readonly followed: Followed; readonly attempts: number }> {
  const { attempts, delay, longestDelay } = options.retries
  for (let attempt = 1; ; attempt += 1) {
    const followed = await ask()
    if (attempt >= attempts || !isPassing(followed)) return { followed, attempts: attempt }
    const headers = followed.end.kind === 'response' ? followed.end.got.headers : {}
    const asked = retryAfter(headers['retry-after'], options.now()) ?? 0
    await options.sleep(Math.min(longestDelay, Math.max(asked, delay * 2 ** (attempt - 1))))
  }
}
