import type { ResolveRule } from './resolve.ts'

/** How the web is asked. Times are milliseconds, sizes bytes. */
export interface FetchOptions {
  readonly userAgent: string
  /** Requests in flight over all hosts. */
  readonly concurrency: number
  /** Requests in flight to one host, and the least time between two starts. */
  readonly perHost: { readonly connections: number; readonly gap: number }
  readonly timeouts: {
    readonly connect: number
    readonly headers: number
    /** Between two pieces of a body. */
    readonly body: number
    /** One request from its start to its last byte. */
    readonly total: number
  }
  readonly limits: {
    /** Kept of a page, after decompression. */
    readonly body: number
    /** Kept of a body that is no page (images, archives, documents). */
    readonly otherBody: number
    readonly redirects: number
    readonly headers: number
  }
  /** Transient failures are tried again, so often and after such a pause, which doubles each time. */
  readonly retries: { readonly attempts: number; readonly delay: number; readonly longestDelay: number }
  readonly resolve: readonly ResolveRule[]
  /** Whether links that were found, not registered, obey robots.txt. */
  readonly obeyRobots: boolean
  /** Whether private and loopback addresses may be asked without a resolve rule. */
  readonly allowPrivate: boolean
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** Polite defaults: one request in half a second to a host, two connections, four tries at most. */
export const DEFAULT_FETCH_OPTIONS: Omit<FetchOptions, 'now' | 'sleep'> = {
  userAgent: 'portal-audit/0.1',
  concurrency: 16,
  perHost: { connections: 2, gap: 500 },
  timeouts: { connect: 10_000, headers: 15_000, body: 15_000, total: 60_000 },
  limits: { body: 4 * 1024 * 1024, otherBody: 64 * 1024, redirects: 10, headers: 32 * 1024 },
  retries: { attempts: 3, delay: 1_000, longestDelay: 30_000 },
  resolve: [],
  obeyRobots: true,
  allowPrivate: false,
}
