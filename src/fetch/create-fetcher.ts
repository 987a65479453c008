import { hash } from 'node:crypto'
import pLimit from 'p-limit'
import { type Address, hostNameOf } from '../core/address.ts'
import type { Answer, Hop } from '../core/observation.ts'
import { observationId, type Probe } from '../core/probe.ts'
import { connectionsFor } from './connections.ts'
import type { Fetched, Fetcher } from './fetcher.ts'
import { getAnyway } from './get-anyway.ts'
import type { FetchOptions } from './options.ts'
import { pacing } from './pacing.ts'
import { type Followed, followRedirects, type GetOne } from './redirects.ts'
import { type Got, getThrough } from './request.ts'
import { withRetries } from './retry.ts'
import { robotsOf } from './robots.ts'
import { secondOpinion } from './second-opinion.ts'
import { trusting } from './security.ts'
import { freshAfterStale } from './stale-connections.ts'
import { storedAddress, storedHeaders, storedHops } from './stored-form.ts'

interface Asked {
  readonly hops: readonly Hop[]
  readonly attempts: number
  readonly answer: Answer
  readonly body: Fetched['body']
}

/** An engine that waits for a silent host must not keep all our places waiting: it gets half of them. */
const opinionsAtOnce = (concurrency: number): number => Math.max(4, Math.floor(concurrency / 2))

const DISALLOWED = { kind: 'failure', reason: 'robots-disallowed', message: 'robots.txt' } as const

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
  const connections = connectionsFor(options, trusting(options.ca))
  const get = getAnyway(getThrough(connections.dispatch, options), options)
  const pace = pacing(options)
  const fresh = freshAfterStale()
  const opinions = pLimit(opinionsAtOnce(options.concurrency))
  const mayAsk = robotsOf((address, cookie) => pace(hostNameOf(address), () => get({ address, cookie })))

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
    const answer = await opinions(() =>
      timed(address, () => secondOpinion(address, connections.dispatch, options)),
    )
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
      const question = { address, cookie, ...(wants === undefined ? {} : { wants }) }
      const isFirst = address === probe.address && validators !== undefined
      return fresh(address, () => timed(address, () => get(isFirst ? { ...question, validators } : question)))
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
