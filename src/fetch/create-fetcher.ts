import { hash } from 'node:crypto'
import pLimit from 'p-limit'
import { Agent } from 'undici'
import { type Address, hostNameOf } from '../core/address.ts'
import type { Answer, Hop } from '../core/observation.ts'
import { observationId, type Probe } from '../core/probe.ts'
import { connectorFor } from './connector.ts'
import type { Fetched, Fetcher } from './fetcher.ts'
import type { FetchOptions } from './options.ts'
import { pacing } from './pacing.ts'
import { type Followed, followRedirects, type GetOne } from './redirects.ts'
import { commonHeaders, type Got, get } from './request.ts'
import { withRetries } from './retry.ts'
import { robotsOf } from './robots.ts'
import { secondOpinion } from './second-opinion.ts'

interface Asked {
  readonly hops: readonly Hop[]
  readonly attempts: number
  readonly answer: Answer
  readonly body: Fetched['body']
}

/** An engine that waits for a silent host must not keep all our places waiting: it gets half of them. */
const opinionsAtOnce = (concurrency: number): number => Math.max(4, Math.floor(concurrency / 2))

const DISALLOWED = { kind: 'failure', reason: 'robots-disallowed', message: 'robots.txt' } as const

function answered({ hops, end }: Followed, attempts: number, digests: FetchOptions['digests']): Asked {
  if (end.kind === 'failure') return { hops, attempts, answer: end, body: null }
  const { address, got } = end
  const { bytes, truncated } = got.body
  const { etag, 'last-modified': lastModified } = got.headers
  const needsDigest = digests === 'all' || (etag === undefined && lastModified === undefined)
  const digest = bytes.length > 0 && needsDigest ? hash('sha256', bytes) : null
  const answer: Answer = {
    kind: 'response',
    status: got.status,
    address,
    headers: got.headers,
    body: digest,
    bytes: bytes.length,
    truncated,
  }
  return { hops, attempts, answer, body: bytes.length === 0 ? null : { digest: digest ?? '', bytes } }
}

/** The one door to the web. Call `close` when done: connections are kept alive until then. */
export function createFetcher(options: FetchOptions): Fetcher {
  const agent = new Agent({
    connect: connectorFor(options),
    connections: options.perHost.connections,
    maxHeaderSize: options.limits.headers,
    headersTimeout: options.timeouts.headers,
    bodyTimeout: options.timeouts.body,
    keepAliveTimeout: 10_000,
  })
  const pace = pacing(options)
  const opinions = pLimit(opinionsAtOnce(options.concurrency))
  const common = commonHeaders(options.userAgent)
  const mayAsk = robotsOf((address, cookie) =>
    pace(hostNameOf(address), () => get({ address, cookie }, agent, common, options)),
  )

  /** Paces what is asked, and adds up how long the asking itself took. */
  const stopwatch = () => {
    let spent = 0
    const timed = <T>(address: Address, ask: () => Promise<T>): Promise<T> =>
      pace(hostNameOf(address), async () => {
        const startedAt = options.now()
        return ask().finally(() => {
          spent += options.now() - startedAt
        })
      })
    return { timed, spent: () => spent }
  }
  type Timed = ReturnType<typeof stopwatch>['timed']

  const askOpinion = async ({ address }: Probe, timed: Timed): Promise<Asked> => {
    const answer = await opinions(() => timed(address, () => secondOpinion(address, agent, options)))
    return { hops: [], attempts: 1, answer, body: null }
  }

  const ask = async (probe: Probe, timed: Timed): Promise<Asked> => {
    const isFree = probe.origin === 'registered' || !options.obeyRobots
    if (!isFree && !(await mayAsk(probe.address))) {
      return { hops: [], attempts: 0, answer: DISALLOWED, body: null }
    }
    if (probe.purpose === 'opinion') return askOpinion(probe, timed)
    const { validators, wants } = probe
    const getOne: GetOne = async (address, cookie): Promise<Got> => {
      if (!isFree && !(await mayAsk(address))) return DISALLOWED
      const question = {
        address,
        cookie,
        ...(wants === undefined ? {} : { wants }),
        ...(validators === undefined || address !== probe.address ? {} : { validators }),
      }
      return timed(address, () => get(question, agent, common, options))
    }
    const { followed, attempts } = await withRetries(
      () => followRedirects(probe.address, options.limits.redirects, getOne),
      options,
    )
    return answered(followed, attempts, options.digests)
  }

  return {
    fetch: async (probe) => {
      const { purpose, origin, address } = probe
      const { timed, spent } = stopwatch()
      const { hops, attempts, answer, body } = await ask(probe, timed)
      const id = observationId(purpose, address)
      const observedAt = options.now()
      const duration = spent()
      return {
        observation: { id, purpose, origin, address, observedAt, duration, attempts, hops, answer },
        body,
      }
    },
    close: () => agent.destroy(),
  }
}
