import pLimit from 'p-limit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Behaviour, LITTLE, type Within } from '../../fixtures/sites/hostile/behaviour.ts'
import { BEHAVIOURS, FAMILIES } from '../../fixtures/sites/hostile/index.ts'
import { type HostileSite, openHostileSite } from '../../fixtures/sites/hostile/open-site.ts'
import type { Purpose } from '../../src/core/probe.ts'
import { needsOpinion, needsRepeat, reachabilityOf } from '../../src/facts/reachability.ts'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import type { Fetcher } from '../../src/fetch/fetcher.ts'
import type { FetchOptions } from '../../src/fetch/options.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { probe, QUICK } from './asking.ts'

const TIMEOUTS = { connect: 400, headers: 400, body: 400, total: 1_500 }
/** Milliseconds for everything that has no time-out: a busy machine is no fault of the fetcher. */
const SLACK = 5_000
const ATTEMPTS = 2
const BODY_LIMIT = 256 * 1024

const longest = (within: Within): number => ATTEMPTS * (within === 'at-once' ? 0 : TIMEOUTS[within]) + SLACK

/** What came of one behaviour. */
interface Outcome {
  readonly said: string
  readonly milliseconds: number
  readonly bytes: number
  readonly kept: number
}

let site: HostileSite
let fetcher: Fetcher
const outcomes = new Map<string, Outcome>()

/** Asks as an audit does: a second time and another engine where it looks dead. */
async function judge(behaviour: Behaviour, fetcher: Fetcher): Promise<Outcome> {
  const address = site.address(behaviour)
  const ask = async (purpose: Purpose) => (await fetcher.fetch(probe(address, { purpose }))).observation
  const startedAt = performance.now()
  const visit = await ask('visit')
  const milliseconds = performance.now() - startedAt
  const repeat = needsRepeat(visit) ? await ask('repeat') : null
  const opinion = needsOpinion(visit, repeat) ? await ask('opinion') : null
  const { state, cause } = reachabilityOf(visit, repeat, opinion, null)
  const kept = visit.answer.kind === 'response' ? visit.answer.bytes : 0
  return { said: `${state} ${cause}`, milliseconds, bytes: site.cost(behaviour).bytes, kept }
}

const crashed = (fault: unknown): Outcome => ({
  said: `crashed: ${String(fault)}`,
  milliseconds: 0,
  bytes: 0,
  kept: 0,
})

beforeAll(async () => {
  site = await openHostileSite(BEHAVIOURS)
  const options: FetchOptions = {
    ...QUICK,
    allowPrivate: false,
    timeouts: TIMEOUTS,
    limits: { ...QUICK.limits, body: BODY_LIMIT },
    perHost: { connections: 1, gap: 0 },
    retries: { attempts: ATTEMPTS, delay: 10, longestDelay: 50 },
    resolve: site.resolve.map(parseResolveRule),
    ca: site.authority,
  }
  // The other engine is loaded when it is first asked.
  fetcher = createFetcher(options)
  await fetcher.fetch(probe(site.index, { purpose: 'opinion' }))
  const askAll = async (behaviours: readonly Behaviour[], atOnce: number): Promise<void> => {
    const limit = pLimit(atOnce)
    const ask = async (one: Behaviour) => outcomes.set(one.name, await judge(one, fetcher).catch(crashed))
    await Promise.all(behaviours.map((one) => limit(ask, one)))
  }
  // Servers that send as fast as they can, in this very process, would hold up all others.
  const isLoud = ({ verdict }: Behaviour): boolean => verdict.bytes > LITTLE
  await askAll(
    BEHAVIOURS.filter((one) => !isLoud(one)),
    10,
  )
  await askAll(BEHAVIOURS.filter(isLoud), 2)
})
afterAll(async () => {
  await fetcher.close()
  await site.close()
})

describe.each(Object.entries(FAMILIES))('hostile %s', (_family, behaviours) => {
  it.each(behaviours.map((one) => [one.name, one] as const))('%s gets its verdict', (name, { verdict }) => {
    const outcome = outcomes.get(name)
    expect(outcome?.said).toBe(`${verdict.state} ${verdict.cause}`)
    expect(outcome?.milliseconds).toBeLessThan(longest(verdict.within))
    expect(outcome?.bytes).toBeLessThan(verdict.bytes)
    expect(outcome?.kept).toBeLessThanOrEqual(BODY_LIMIT)
  })
})

describe('the hostile site', () => {
  it('has no two behaviours of one name, and many of them', () => {
    expect(new Set(BEHAVIOURS.map(({ name }) => name)).size).toBe(BEHAVIOURS.length)
    expect(BEHAVIOURS.length).toBeGreaterThanOrEqual(60)
  })
})
