import { createHash } from 'node:crypto'
import { Agent } from 'undici'
import { type Address, hostOf } from '../core/address.ts'
import type { Answer, Hop } from '../core/observation.ts'
import { observationId, type Probe } from '../core/probe.ts'
import { connectorFor } from './connector.ts'
import type { Fetched, Fetcher } from './fetcher.ts'
import type { FetchOptions } from './options.ts'
import { pacing } from './pacing.ts'
import { type Followed, followRedirects } from './redirects.ts'
import { get } from './request.ts'
import { withRetries } from './retry.ts'
import { robotsOf } from './robots.ts'
import { type SecondOpinion, secondOpinion } from './second-opinion.ts'

interface Asked {
  readonly hops: readonly Hop[]
  readonly attempts: number
  readonly answer: Answer
  readonly body: Fetched['body']
}

function answered({ hops, end }: Followed, attempts: number): Asked {
  if (end.kind === 'failure') return { hops, attempts, answer: end, body: null }
  const { address, got } = end
  const { bytes, truncated } = got.body
  const digest = bytes.length === 0 ? null : createHash('sha256').update(bytes).digest('hex')
  const answer: Answer = {
    kind: 'response',
    status: got.status,
    address,
    headers: got.headers,
    body: digest,
    bytes: bytes.length,
    truncated,
  }
  return { hops, attempts, answer, body: digest === null ? null : { digest, bytes } }
}

/** The one door to the web. Call `close` when done: connections are kept alive until then. */
export function createFetcher(options: FetchOptions): Fetcher {
  const agent = new Agent({
    connect: connectorFor(options),
    connections: options.perHost.connections,
    maxHeaderSize: options.limits.headers,
    keepAliveTimeout: 10_000,
  })
  const pace = pacing(options)
  const getPaced = (address: Address, cookie: string | null) =>
    pace(hostOf(address), () => get(address, cookie, agent, options))
  const mayAsk = robotsOf((address) => getPaced(address, null))
  let opinions: SecondOpinion | null = null

  const ask = async (probe: Probe): Promise<Asked> => {
    if (probe.purpose === 'opinion') {
      opinions ??= secondOpinion(agent, options)
      const open = opinions
      const answer = await pace(hostOf(probe.address), () => open.ask(probe.address))
      return { hops: [], attempts: 1, answer, body: null }
    }
    if (options.obeyRobots && probe.origin === 'discovered' && !(await mayAsk(probe.address))) {
      const answer = { kind: 'failure', reason: 'robots-disallowed', message: 'robots.txt' } as const
      return { hops: [], attempts: 0, answer, body: null }
    }
    const { followed, attempts } = await withRetries(
      () => followRedirects(probe.address, options.limits.redirects, getPaced),
      options,
    )
    return answered(followed, attempts)
  }

  return {
    fetch: async (probe) => {
      const startedAt = options.now()
      const { hops, attempts, answer, body } = await ask(probe)
      const observedAt = options.now()
      const { purpose, origin, address } = probe
      const id = observationId(purpose, address)
      const duration = observedAt - startedAt
      return {
        observation: { id, purpose, origin, address, observedAt, duration, attempts, hops, answer },
        body,
      }
    },
    close: async () => {
      opinions?.close()
      await agent.destroy()
    },
  }
}
