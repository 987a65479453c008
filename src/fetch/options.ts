import type { AllowRule } from './allow.ts'
import { type Lookup, systemLookup } from './lookup.ts'
import type { ResolveRule } from './resolve.ts'

/** How the web is asked. Times are milliseconds, sizes bytes. */
export interface FetchOptions {
  /** Who asks, with a contact: `portal-audit/0.1 (+contact)`. What is not printable ASCII is sent percent-encoded. */
  readonly userAgent: string
  /** Requests in flight over all hosts. */
  readonly concurrency: number
  /** Requests in flight to one host name, and the least time between two starts. */
  readonly perHost: { readonly connections: number; readonly gap: number }
  readonly timeouts: {
    /** Name look-up, TCP and TLS together. */
    readonly connect: number
    /** From the request to the last header. */
    readonly headers: number
    /** Between two pieces of a body. */
    readonly body: number
    /** One request from its start to its last byte. */
    readonly total: number
  }
  readonly limits: {
    /** Read of a page, and kept of it after decompression: neither grows beyond this. */
    readonly body: number
    /** The same for a body that is no page (images, archives, documents). */
    readonly otherBody: number
    /** Redirects followed in one chain. */
    readonly redirects: number
    /** All headers of one answer together, and how many there may be. */
    readonly headers: number
    readonly headerLines: number
  }
  /** Transient failures are tried so often in all, after such a pause, which doubles each time up to the longest. */
  readonly retries: { readonly attempts: number; readonly delay: number; readonly longestDelay: number }
  /** A refused connection is tried so often again, spread evenly over such a time (DESIGN §5.1). */
  readonly refusedAgain: { readonly tries: number; readonly spread: number }
  readonly resolve: readonly ResolveRule[]
  /** Certificate authorities that are trusted beside the public ones, as PEM text; null for none. */
  readonly ca: string | null
  /** Whether links that were found, not registered, obey robots.txt (DESIGN §5.11). */
  readonly obeyRobots: boolean
  /** Parts of the city's own network that may be asked although they are not public. */
  readonly allow: readonly AllowRule[]
  /** Whether every private and loopback address may be asked without a resolve rule; metadata services never are. */
  readonly allowPrivate: boolean
  /** Hosts with their port (`127.0.0.1:8080`) that may be asked though they are private: the user named them. */
  readonly allowed: ReadonlySet<string>
  /**
   * Which bodies get a digest: all of them, as evidence needs it, or only those that have no ETag and no Last-Modified by
   * which a change could be told.
   */
  readonly digests: 'all' | 'unvalidated'
  /** Where host names lead. */
  readonly lookup: Lookup
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** Polite defaults: one request in half a second to a host, over two connections; three tries at most. */
export const DEFAULT_FETCH_OPTIONS: Omit<FetchOptions, 'now' | 'sleep'> = {
  userAgent: 'portal-audit/0.1',
  concurrency: 16,
  perHost: { connections: 2, gap: 500 },
  timeouts: { connect: 10_000, headers: 15_000, body: 15_000, total: 60_000 },
  limits: {
    body: 4 * 1024 * 1024,
    otherBody: 64 * 1024,
    redirects: 10,
    headers: 32 * 1024,
    headerLines: 256,
  },
  retries: { attempts: 3, delay: 1_000, longestDelay: 30_000 },
  refusedAgain: { tries: 2, spread: 4_000 },
  resolve: [],
  ca: null,
  obeyRobots: true,
  allow: [],
  allowPrivate: false,
  allowed: new Set(),
  digests: 'all',
  lookup: systemLookup,
}
