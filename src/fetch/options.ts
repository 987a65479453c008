import { SYNTAX_ONLY_HOSTS } from '../core/syntax-only-hosts.ts'
import type { AllowRule } from './allow.ts'
import { type Lookup, systemLookup } from './lookup.ts'
import type { QuietHours } from './quiet-hours.ts'
import type { ResolveRule } from './resolve.ts'
import { noRobotsCache, type RobotsCache } from './robots-cache.ts'

/** How the web is asked. Times are milliseconds, sizes bytes. */
export interface FetchOptions {
  /** Who asks, with a contact: `portal-audit/0.1 (+contact)`. What is not printable ASCII is sent percent-encoded. */
  readonly userAgent: string
  /** Connections over all hosts. */
  readonly concurrency: number
  /**
   * Connections to one host name, and the least time between two starts. A gap of 0 means a host that need not be spared:
   * the time of its answers is not heeded then, only what it asks for itself.
   */
  readonly perHost: { readonly connections: number; readonly gap: number }
  /** Hosts that the user named, with limits of their own; those of `perHost` are for all others. */
  readonly named: {
    readonly hosts: ReadonlySet<string>
    readonly connections: number
    readonly gap: number
  }
  /** Connections to one network address, however many host names lead there; never fewer than those of one host. */
  readonly perAddress: number
  /** How a host's own behaviour slows the asking. */
  readonly delays: {
    /** Between two starts at least so many times what the last answer took, up to `longest`. */
    readonly factor: number
    readonly longest: number
    /** What is heeded of a Crawl-delay in robots.txt. */
    readonly longestCrawlDelay: number
    /** Waited for by Retry-After; a host that asks for more is left alone. */
    readonly longestRest: number
  }
  /** What one host may cost in a run; null = as much as there is. */
  readonly budget: { readonly requests: number | null; readonly bytes: number | null }
  /** Times of the day in which nothing is begun, and whether a run waits for their end or ends itself. */
  readonly quiet: { readonly hours: readonly QuietHours[]; readonly mode: 'wait' | 'end' }
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
  /** Hosts, with those below them, that are asked for only where they are registered. */
  readonly syntaxOnly: readonly string[]
  /** Where robots.txt is kept from run to run. */
  readonly robotsCache: RobotsCache
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
  /** Told when a run begins to wait for the end of the quiet hours: milliseconds since 1970-01-01 UTC. */
  readonly onQuiet: (until: number) => void
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** Polite defaults: one request in half a second to a host, over two connections; three tries at most. */
export const DEFAULT_FETCH_OPTIONS: Omit<FetchOptions, 'now' | 'sleep'> = {
  userAgent: 'portal-audit/0.1',
  concurrency: 16,
  perHost: { connections: 2, gap: 500 },
  named: { hosts: new Set(), connections: 2, gap: 500 },
  perAddress: 4,
  delays: { factor: 2, longest: 10_000, longestCrawlDelay: 30_000, longestRest: 120_000 },
  budget: { requests: null, bytes: null },
  quiet: { hours: [], mode: 'wait' },
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
  syntaxOnly: SYNTAX_ONLY_HOSTS,
  robotsCache: noRobotsCache,
  allow: [],
  allowPrivate: false,
  allowed: new Set(),
  digests: 'all',
  lookup: systemLookup,
  onQuiet: () => undefined,
}
