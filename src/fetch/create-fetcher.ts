import { hash } from 'node:crypto'
import { type Address, hostNameOf } from '../core/address.ts'
import type { Answer, Hop } from '../core/observation.ts'
import { observationId, type Probe } from '../core/probe.ts'
import { syntaxOnly } from '../core/syntax-only-hosts.ts'
import { connectionLimits } from './connection-limits.ts'
import { connecting } from './connections.ts'
import type { Fetched, Fetcher } from './fetcher.ts'
import { getAnyway } from './get-anyway.ts'
import { limitsOf } from './host-limits.ts'
import { lookUpOnly } from './look-up-only.ts'
import type { FetchOptions } from './options.ts'
import { pacedDispatch } from './paced-dispatch.ts'
import { pacing, type Spent } from './pacing.ts'
import { type Followed, followRedirects, type GetOne } from './redirects.ts'
import type { Got, GotResponse } from './request.ts'
import { withRetries } from './retry.ts'
import { robotsOf } from './robots.ts'
import { trusting } from './security.ts'
import { serversOf } from './servers.ts'
import { staleConnections } from './stale-connections.ts'
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
  const get = getAnyway(connections.dispatch, connect, options)
  const paced = pacing(options, { servers, bytesFrom: counted.traffic.from })
  const robots = robotsOf(
    (address, cookie) => paced.pace(hostNameOf(address), () => get({ address, cookie })),
    paced.crawlDelay,
    options,
  )
  const stale = staleConnections()
  const lookUp = lookUpOnly(options)
  const isSyntaxOnly = syntaxOnly(options.syntaxOnly)

  /** Hosts of registered addresses that were asked. */
  const met = new Set<string>()

  const askOpinion = async ({ address }: Probe, spent: Spent): Promise<Asked> => {
    const dispatch = pacedDispatch(
      (host, ask) => paced.pace(host, ask, spent),
      connections.dispatch,
      options.timeouts.total,
      options.now,
    )
    const { secondOpinion } = await import('./second-opinion.ts')
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

  const getAt = (probe: Probe, address: Address, cookie: string | null, spent: Spent): Promise<Got> => {
    const { validators, wants } = probe
    const isFirst = address === probe.address
    const question = { address, cookie, wants, validators: isFirst ? validators : undefined }
    return paced.pace(hostNameOf(address), () => get(question), spent)
  }

  const isFree = ({ origin }: Probe): boolean => origin !== 'discovered' || !options.obeyRobots
  const isLeftAlone = ({ origin }: Probe, address: Address): boolean =>
    origin === 'discovered' && isSyntaxOnly(hostNameOf(address))

  /**
   * The first answer where it may be had at once and all that is asked is whether a page has changed: null for everything
   * else, and for an answer that has to be asked for again.
   */
  const firstOf = (probe: Probe, spent: Spent): Promise<Got> | null => {
    const { validators, purpose, address } = probe
    if (validators === undefined || purpose !== 'visit') return null
    if (isFree(probe) || isLeftAlone(probe, address) || !robots.isKnownFree(address)) return null
    return getAt(probe, address, null, spent)
  }

  const ask = async (probe: Probe, given: Got | null, spent: Spent): Promise<Asked> => {
    if (probe.purpose === 'catch-all') {
      const answer = await lookUp(probe.address)
      const isAsked = answer.kind !== 'lookup' || !answer.isOurs
      return { hops: [], attempts: isAsked ? 1 : 0, answer, body: null }
    }
    if (isLeftAlone(probe, probe.address)) return { hops: [], attempts: 0, answer: SYNTAX_ONLY, body: null }
    const why = given === null ? await refusal(probe.address, isFree(probe)) : null
    if (why !== null) return { hops: [], attempts: 0, answer: why, body: null }
    if (probe.purpose === 'opinion') return askOpinion(probe, spent)
    let first = given
    const getOne: GetOne = async (address, cookie): Promise<Got> => {
      if (first === null) {
        if (isLeftAlone(probe, address)) return SYNTAX_ONLY
        const refusedThere = isFree(probe) ? null : await robots.mayAsk(address)
        if (refusedThere !== null) return refusedThere
      }
      const got = first ?? (await getAt(probe, address, cookie, spent))
      first = null
      if (stale.mayBeAtFault(address, got)) return getAt(probe, address, cookie, spent)
      if (got.kind === 'response' && got.status < 500) stale.hasAnswered(address)
      return got
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
      const spent = { milliseconds: 0 }
      const first = await firstOf(probe, spent)
      const isUnchanged = first?.kind === 'response' && first.status === 304 && first.tls === undefined
      if (isUnchanged) stale.hasAnswered(address)
      const { hops, attempts, answer, body } = isUnchanged
        ? answered(address, unmoved(address, first), 1, options.digests)
        : await ask(probe, first, spent)
      const id = observationId(purpose, address, probe.round)
      const observedAt = options.now()
      const duration = spent.milliseconds
      return {
        observation: { id, purpose, origin, address, observedAt, duration, attempts, hops, answer },
        body,
      }
    },
    close: () => connections.destroy(),
  }
}
