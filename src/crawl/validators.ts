import type { Validators } from '../core/probe.ts'
import { isFresh } from '../fetch/reuse.ts'
import type { EarlierAnswer } from '../store/crawl-store.ts'

/** What an earlier answer must be like to stand for a new one. */
export interface Reuse {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number
  /** Milliseconds after which a page is asked for whole, whatever its server says. */
  readonly maximumAge: number
  /** Whether fragments are to be checked, so that those of the page must be known. */
  readonly wantsFragments: boolean
}

/**
 * What an earlier answer lets us ask: whether anything has changed since (RFC 9110 §13.1). Null where it was
 * redirected, cut short, read without trust, or read whole too long ago, and where its links hold tokens.
 */
export function validatorsOf(before: EarlierAnswer | null, reuse: Reuse): Validators | null {
  if (before === null || !isFresh(before.readWholeAt, reuse.now, reuse.maximumAge)) return null
  if (reuse.wantsFragments && before.isPage && !before.hasFragments) return null
  const { status, etag, lastModified, hops, truncated, tls, hasTokens } = before.reply
  if (hasTokens === true) return null
  if (status !== 200 || hops !== undefined || truncated === true || tls !== undefined) return null
  if (etag === undefined) return lastModified === undefined ? null : { lastModified }
  return lastModified === undefined ? { etag } : { etag, lastModified }
}
