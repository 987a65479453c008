import { type Address, hostNameOf, originOf, pathStart } from '../core/address.ts'
import type { FailureReason } from '../core/observation.ts'
import type { FetchOptions } from './options.ts'
import { followRedirects, type GetOne } from './redirects.ts'
import { withRetries } from './retry.ts'
import type { StoredRobots } from './robots-cache.ts'
import { productTokens, type RobotsRules, readRobots, robotsText } from './robots-rules.ts'

/** An address that is not asked for because robots.txt does not want it. */
export interface Disallowed {
  readonly kind: 'failure'
  readonly reason: 'robots-disallowed'
  readonly message: string
}

/** What robots.txt of the origins that are asked says. */
export interface Robots {
  /** Null when an address may be asked for; at once where that is known. */
  mayAsk(address: Address): Disallowed | null | Promise<Disallowed | null>
  /** Whether it is known already that an address may be asked for. */
  isKnownFree(address: Address): boolean
  /** Resolves when the robots.txt of the address's origin has been read, if it can be. */
  read(address: Address): Promise<void>
}

type RobotsOptions = Pick<
  FetchOptions,
  'userAgent' | 'retries' | 'refusedAgain' | 'robotsCache' | 'now' | 'sleep'
>

/** What was read, and until when it holds. */
interface Known {
  readonly rules: RobotsRules
  readonly until: number
  /** Why everything is disallowed, where that is not what a robots.txt says. */
  readonly why?: string
}

/** What one reading ended in. */
type Reading =
  | { readonly kind: 'read'; readonly text: string | null }
  | { readonly kind: 'no-server' }
  | { readonly kind: 'unreachable'; readonly why: string }

/** RFC 9309 §2.3.1.2: at least five consecutive redirects are followed. */
const REDIRECTS = 5
/** RFC 9309 §2.4: what was read is used for a day at most, unless it cannot be read anew. */
const DAY = 24 * 60 * 60 * 1000
/** An origin whose robots.txt could not be read is asked for it again after such a time. */
const AGAIN = 10 * 60 * 1000

const EVERYTHING: RobotsRules = { isAllowed: () => true, crawlDelay: 0 }
const NOTHING: RobotsRules = { isAllowed: () => false, crawlDelay: 0 }

/** Where no connection comes about there is no server whose wish could be disobeyed: the request itself tells why. */
const NO_SERVER: ReadonlySet<FailureReason> = new Set([
  'name-not-found',
  'name-without-address',
  'name-server-failure',
  'lookup-timeout',
  'connection-refused',
  'host-unreachable',
  'connect-timeout',
  'tls-timeout',
  'tls-fault',
  'forbidden-address',
])

/** Redirects that lead nowhere: no robots.txt is there (RFC 9309 §2.3.1.2). */
const NOWHERE: ReadonlySet<FailureReason> = new Set([
  'too-many-redirects',
  'redirect-loop',
  'malformed-redirect',
])

/**
 * RFC 9309 §2.3.1: 4xx means that there is none and everything is allowed; 5xx, and a server that breaks off or is
 * silent, that nothing is. 429 says "not now", as 503 does.
 */
async function reading(robots: Address, get: GetOne, options: RobotsOptions): Promise<Reading> {
  const { followed } = await withRetries(() => followRedirects(robots, REDIRECTS, get), {
    ...options,
    refusedAgain: { tries: 0, spread: 0 },
  })
  const { end } = followed
  if (end.kind === 'failure') {
    if (NO_SERVER.has(end.reason)) return { kind: 'no-server' }
    return NOWHERE.has(end.reason) ? { kind: 'read', text: null } : { kind: 'unreachable', why: end.reason }
  }
  const { status, body } = end.got
  if (status === 429 || status >= 500) return { kind: 'unreachable', why: String(status) }
  return { kind: 'read', text: status === 200 ? robotsText(body.bytes) : null }
}

/**
 * robots.txt, read once per origin, however many ask, and kept from run to run in `robotsCache`. `onCrawlDelay` is told
 * what it wants between two requests: host name and milliseconds.
 */
export function robotsOf(
  get: GetOne,
  onCrawlDelay: (host: string, wanted: number) => void,
  options: RobotsOptions,
): Robots {
  const tokens = productTokens(options.userAgent)
  const known = new Map<string, Promise<Known>>()
  const ready = new Map<string, Known>()

  const keptAs = ({ text, readAt }: StoredRobots): Known => ({
    rules: text === null ? EVERYTHING : readRobots(text, tokens),
    until: readAt + DAY,
  })

  const find = async (origin: string): Promise<Known> => {
    const stored = await options.robotsCache.get(origin)
    const age = stored === null ? 0 : options.now() - stored.readAt
    if (stored !== null && age >= 0 && age < DAY) return keptAs(stored)
    const read = await reading(`${origin}/robots.txt` as Address, get, options)
    const now = options.now()
    const until = now + AGAIN
    if (read.kind === 'no-server') return { rules: EVERYTHING, until }
    if (read.kind === 'unreachable') {
      return stored === null ? { rules: NOTHING, until, why: read.why } : { ...keptAs(stored), until }
    }
    const fresh = { text: read.text, readAt: now }
    await options.robotsCache.put(origin, fresh)
    return keptAs(fresh)
  }

  const at = (address: Address): Promise<Known> => {
    const origin = originOf(address)
    const held = known.get(origin)
    const until = ready.get(origin)?.until ?? Number.POSITIVE_INFINITY
    if (held !== undefined && options.now() < until) return held
    ready.delete(origin)
    const found = find(origin).then((read) => {
      ready.set(origin, read)
      if (read.rules.crawlDelay > 0) onCrawlDelay(hostNameOf(address), read.rules.crawlDelay)
      return read
    })
    known.set(origin, found)
    return found
  }

  const verdict = ({ rules, why }: Known, address: Address): Disallowed | null => {
    if (rules.isAllowed(address.slice(pathStart(address)))) return null
    const message = why === undefined ? 'robots.txt' : `robots.txt: ${why}`
    return { kind: 'failure', reason: 'robots-disallowed', message }
  }

  /** What has been read and still holds; null for nothing. */
  const held = (address: Address): Known | null => {
    const read = ready.get(originOf(address))
    return read !== undefined && options.now() < read.until ? read : null
  }

  return {
    mayAsk: (address) => {
      const read = held(address)
      return read === null ? at(address).then((found) => verdict(found, address)) : verdict(read, address)
    },
    isKnownFree: (address) => {
      const read = held(address)
      return read !== null && verdict(read, address) === null
    },
    read: async (address) => {
      await at(address)
    },
  }
}
