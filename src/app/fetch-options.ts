import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSecureContext } from 'node:tls'
import { EXIT, InputError } from '../core/errors.ts'
import { SYNTAX_ONLY_HOSTS } from '../core/syntax-only-hosts.ts'
import { parseAllowRule } from '../fetch/allow.ts'
import { DEFAULT_FETCH_OPTIONS, type FetchOptions } from '../fetch/options.ts'
import { parseQuietHours } from '../fetch/quiet-hours.ts'
import { parseResolveRule } from '../fetch/resolve.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'

function authoritiesIn(file: string | null): string | null {
  if (file === null) return null
  try {
    const pem = readFileSync(file, 'utf8')
    if (!pem.includes('-----BEGIN CERTIFICATE-----')) throw new Error('no certificate')
    createSecureContext({ ca: pem })
    return pem
  } catch {
    const message =
      'fetch.ca 应为 PEM 格式的证书文件（-----BEGIN CERTIFICATE-----）/ fetch.ca must name a readable file of certificates in PEM form; mend the path in audit.yaml or take the setting out.'
    throw new InputError([{ file, message }], EXIT.badInput)
  }
}

/** The fetch room's options from a configuration. Throws {@link InputError} for a bad rule or CA file. */
export function fetchOptionsOf(config: Config, edges: Edges): FetchOptions {
  const { fetch } = config
  const contact = fetch.contact === null ? '' : ` (+${fetch.contact})`
  return {
    ...DEFAULT_FETCH_OPTIONS,
    userAgent: fetch.userAgent ?? `${DEFAULT_FETCH_OPTIONS.userAgent}${contact}`,
    concurrency: fetch.concurrency,
    perHost: { connections: fetch.perHost.connections, gap: fetch.perHost.gapMilliseconds },
    perAddress: fetch.perAddress.connections,
    delays: {
      factor: fetch.perHost.delayFactor,
      longest: fetch.perHost.longestDelayMilliseconds,
      longestCrawlDelay: fetch.perHost.longestCrawlDelayMilliseconds,
      longestRest: fetch.perHost.longestRestMilliseconds,
    },
    budget: { requests: fetch.perHost.mostRequests, bytes: fetch.perHost.mostBytes },
    quiet: { hours: fetch.quietHours.map(parseQuietHours), mode: fetch.inQuietHours },
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
    ca: authoritiesIn(fetch.ca),
    obeyRobots: fetch.robots === 'discovered-only',
    syntaxOnly: [...SYNTAX_ONLY_HOSTS, ...fetch.syntaxOnly],
    allow: fetch.allow.map(parseAllowRule),
    allowPrivate: fetch.allowPrivate,
    now: edges.now,
    sleep: async (milliseconds) => sleep(milliseconds, undefined),
  }
}
