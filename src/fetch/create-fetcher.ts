import { hash } from 'node:crypto'
import { type Address, hostNameOf } from '../core/address.ts'
import type { Answer, Hop } from '../core/observation.ts'
import { observationId, type Probe } from '../core/probe.ts'
import { syntaxOnly } from '../core/syntax-only-hosts.ts'
import { connectionLimits } from './connection-limits.ts'
import { connecting } from './connections.ts'
import type { Fetched, Fetcher } from './fetcher.ts'
import { getAnyway } from './get-anyway.ts'
import type { Brought } from './host-delay.ts'
import { limitsOf } from './host-limits.ts'
import { lookUpOnly } from './look-up-only.ts'
import type { FetchOptions } from './options.ts'
import { pacedDispatch } from './paced-dispatch.ts'
import { pacing, type Withheld } from './pacing.ts'
import { type Followed, followRedirects, type GetOne } from './redirects.ts'
import { type Got, type GotResponse, getThrough } from './request.ts'
import { withRetries } from './retry.ts'
import { robotsOf } from './robots.ts'
import { secondOpinion } from './second-opinion.ts'
import { trusting } from './security.ts'
import { serversOf } from './servers.ts'
import { freshAfterStale } from './stale-connections.ts'
import { storedAddress, storedHeaders, storedHops } from './stored-form.ts'
import { traffic } from './traffic.ts'

interface Asked {
  readonly hops: readonly Hop[]
  readonly attempts: number
  readonly answer: Answer
  readonly body: Fetched['body']
}

const SYNTAX_ONLY = { kind: 'failure', reason: 'syntax-only', message: 'standard footer link' } as const

/** An answer that came without a detour. */
const unmoved = (address: Address, got: GotResponse): Followed => ({
  hops: [],
  end: { kind: 'response', address, got },
})

function answered(
  asked: Address,
  followed: Followed,
  attempts: number,
  digests: FetchOptions['digests'],
): Asked {
  const { end } = followed
  const hops = storedHops(followed.hops, asked)
  if (end.kind === 'failure') return { hops, attempts, answer: end, body: null }
  const { address, got, tls } = end
  const { bytes, truncated } = got.body
  const { etag, 'last-modified': lastModified } = got.headers
  const needsDigest = digests === 'all' || (etag === undefined && lastModified === undefined)
  const digest = bytes.length > 0 && needsDigest ? hash('sha256', bytes) : null
  const answer: Answer = {
    kind: 'response',
    status: got.status,
    address: storedAddress(address, asked),
    headers: storedHeaders(got),
    body: digest,
    bytes: bytes.length,
    truncated,
    ...(tls === undefined ? {} : { tls }),
  }
  return { hops, attempts, answer, body: bytes.length === 0 ? null : { digest: digest ?? '', bytes } }
}

/** The one door to the web. Call `close` when done: connections are kept alive until then. */
export function createFetcher(options: FetchOptions): Fetcher {
  const servers = serversOf(options)
  const counted = {
    limits: connectionLimits({
      overall: options.concurrency,
      perHost: (host) => limitsOf(host, options).connections,
      serverOf: (host) => paced.serverOf(host),
    }),
    traffic: traffic(),
  }
  const connect = connecting(options, counted)
  const connections = connect(trusting(options.ca))
  const get = getAnyway(getThrough(connections.dispatch, options), connect, options)
  const paced = pacing(options, { servers, bytesFrom: counted.traffic.from })
  const robots = robotsOf(
    (address, cookie) => paced.pace(hostNameOf(address), () => get({ address, cookie })),
    paced.crawlDelay,
    options,
  )
  const fresh = freshAfterStale()
  const lookUp = lookUpOnly(options)
  const isSyntaxOnly = syntaxOnly(options.syntaxOnly)

  /** Hosts of registered addresses that were asked. */
  const met = new Set<string>()

  /** Paces what is asked, and adds up how long the asking itself took. */
  const stopwatch = () => {
    let spent = 0
    const add = (milliseconds: number): void => {
      spent += milliseconds
    }
    const timed = <T extends Brought>(host: string, ask: () => Promise<T>): Promise<T | Withheld> =>
      paced.pace(host, ask, add)
    return { timed, spent: () => spent }
  }
  type Timed = ReturnType<typeof stopwatch>['timed']

  const askOpinion = async ({ address }: Probe, timed: Timed): Promise<Asked> => {
    const dispatch = pacedDispatch(timed, connections.dispatch, options.timeouts.total, options.now)
    const answer = await secondOpinion(address, dispatch, options)
    return { hops: [], attempts: 1, answer, body: null }
  }

  /**
   * Whether an address may be asked for; null when it may. What is registered is asked for whatever robots.txt says, but
   * from the second time on as slowly as that wants.
   */
  const refusal = (address: Address, isFree: boolean) => (isFree ? slowDown(address) : robots.mayAsk(address))
  const slowDown = async (address: Address): Promise<null> => {
    const host = hostNameOf(address)
    if (options.obeyRobots && options.delays.longestCrawlDelay > 0 && met.has(host))
      await robots.read(address)
    met.add(host)
    return null
  }

  const ask = async (probe: Probe, timed: Timed): Promise<Asked> => {
    if (probe.purpose === 'catch-all') {
      const answer = await lookUp(probe.address)
      const isAsked = answer.kind !== 'lookup' || !answer.isOurs
      return { hops: [], attempts: isAsked ? 1 : 0, answer, body: null }
    }
    const isFound = probe.origin === 'discovered'
    if (isFound && isSyntaxOnly(hostNameOf(probe.address))) {
      return { hops: [], attempts: 0, answer: SYNTAX_ONLY, body: null }
    }
    const isFree = !isFound || !options.obeyRobots
    const refused = refusal(probe.address, isFree)
    const why = refused instanceof Promise ? await refused : refused
    if (why !== null) return { hops: [], attempts: 0, answer: why, body: null }
    if (probe.purpose === 'opinion') return askOpinion(probe, timed)
    const { validators, wants } = probe
    const getAt = (address: Address, cookie: string | null): Promise<Got> => {
      const question = { address, cookie, ...(wants === undefined ? {} : { wants }) }
      const isFirst = address === probe.address && validators !== undefined
      return fresh(address, () =>
        timed(hostNameOf(address), () => get(isFirst ? { ...question, validators } : question)),
      )
    }
    let first = validators === undefined ? null : await getAt(probe.address, null)
    if (first?.kind === 'response' && first.status === 304 && first.tls === undefined)
      return answered(probe.address, unmoved(probe.address, first), 1, options.digests)
    const getOne: GetOne = async (address, cookie): Promise<Got> => {
      const got = first
      first = null
      if (got !== null) return got
      if (isFound && isSyntaxOnly(hostNameOf(address))) return SYNTAX_ONLY
      const refusedThere = isFree ? null : await robots.mayAsk(address)
      return refusedThere ?? getAt(address, cookie)
    }
    const { followed, attempts } = await withRetries(
      () => followRedirects(probe.address, options.limits.redirects, getOne),
      options,
    )
    return answered(probe.address, followed, attempts, options.digests)
  }

  return {
    fetch: async (probe) => {
      const { purpose, origin, address } = probe
      const { timed, spent } = stopwatch()
      const { hops, attempts, answer, body } = await ask(probe, timed)
      const id = observationId(purpose, address, probe.round)
      const observedAt = options.now()
      const duration = spent()
      return {
        observation: { id, purpose, origin, address, observedAt, duration, attempts, hops, answer },
        body,
      }
    },
    close: () => connections.destroy(),
  }
}
