import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_FETCH_OPTIONS, type FetchOptions } from '../fetch/options.ts'
import { parseResolveRule } from '../fetch/resolve.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'

/** The fetch room's options from a configuration. Throws {@link InputError} for a bad resolve rule. */
export function fetchOptionsOf(config: Config, edges: Edges): FetchOptions {
  const { fetch } = config
  const contact = fetch.contact === null ? '' : ` (+${fetch.contact})`
  return {
    ...DEFAULT_FETCH_OPTIONS,
    userAgent: fetch.userAgent ?? `${DEFAULT_FETCH_OPTIONS.userAgent}${contact}`,
    concurrency: fetch.concurrency,
    perHost: { connections: fetch.perHost.connections, gap: fetch.perHost.gapMilliseconds },
    timeouts: {
      connect: fetch.timeouts.connectMilliseconds,
      headers: fetch.timeouts.headersMilliseconds,
      body: fetch.timeouts.bodyMilliseconds,
      total: fetch.timeouts.totalMilliseconds,
    },
    limits: { ...DEFAULT_FETCH_OPTIONS.limits, body: fetch.bodyLimitBytes },
    retries: {
      ...DEFAULT_FETCH_OPTIONS.retries,
      attempts: fetch.retries.attempts,
      delay: fetch.retries.delayMilliseconds,
    },
    resolve: fetch.resolve.map(parseResolveRule),
    obeyRobots: fetch.robots === 'discovered-only',
    allowPrivate: fetch.allowPrivate,
    now: edges.now,
    sleep: async (milliseconds) => sleep(milliseconds, undefined),
  }
}
