import { setTimeout as sleep } from 'node:timers/promises'
import { type Address, toAddress } from '../../src/core/address.ts'
import type { Probe } from '../../src/core/probe.ts'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import type { Fetched } from '../../src/fetch/fetcher.ts'
import { DEFAULT_FETCH_OPTIONS, type FetchOptions } from '../../src/fetch/options.ts'

/** Options for loopback servers: nothing waits long. */
export const QUICK: FetchOptions = {
  ...DEFAULT_FETCH_OPTIONS,
  perHost: { connections: 4, gap: 0 },
  timeouts: { connect: 400, headers: 400, body: 400, total: 2_000 },
  delays: { ...DEFAULT_FETCH_OPTIONS.delays, longestCrawlDelay: 0 },
  retries: { attempts: 1, delay: 10, longestDelay: 50 },
  refusedAgain: { tries: 0, spread: 0 },
  allowPrivate: true,
  now: () => Date.now(),
  sleep: async (milliseconds) => sleep(milliseconds, undefined),
}

/** An address that the test says can be asked. */
export function address(text: string): Address {
  const found = toAddress(text)
  if (found === null) throw new Error(`no address: ${text}`)
  return found
}

/** A probe of a registered address, unless told otherwise. */
export const probe = (text: string, more: Partial<Probe> = {}): Probe => ({
  purpose: 'visit',
  origin: 'registered',
  address: address(text),
  ...more,
})

/** Asks once with a fetcher of its own. */
export async function ask(
  text: string,
  options: Partial<FetchOptions> = {},
  more: Partial<Probe> = {},
): Promise<Fetched> {
  const fetcher = createFetcher({ ...QUICK, ...options })
  try {
    return await fetcher.fetch(probe(text, more))
  } finally {
    await fetcher.close()
  }
}

/** What `ask` failed with; the status where it did not. */
export async function failure(text: string, options: Partial<FetchOptions> = {}): Promise<string | number> {
  const { answer } = (await ask(text, options)).observation
  if (answer.kind === 'failure') return answer.reason
  return answer.kind === 'response' ? answer.status : answer.kind
}
