import type { Address } from '../core/address.ts'
import { dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { Observation } from '../core/observation.ts'
import type { Purpose } from '../core/probe.ts'
import { needsOpinion, needsRepeat, type Reachability, reachabilityOf } from '../facts/reachability.ts'
import { createFetcher } from '../fetch/create-fetcher.ts'
import { reliabilityOf } from '../judge/reliability.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { fetchOptionsOf } from './fetch-options.ts'
import { pageOf } from './read-pages.ts'

const OUR_FAULT =
  '网络自检未通过，我方网络可能有故障，未导入；请稍后再试，或加 --no-check / the canary hosts do not answer, so that our own network may be at fault; nothing was imported. Try later, or give --no-check.'

/**
 * Asks whether addresses can be reached, each once; where one looks dead, a second time, and another engine (DESIGN
 * §5.1–5.3). Throws {@link InputError} (unreliable) when the canary hosts do not answer.
 */
export async function probeAddresses(
  config: Config,
  addresses: readonly Address[],
  edges: Edges,
): Promise<ReadonlyMap<Address, Reachability>> {
  const fetcher = createFetcher(fetchOptionsOf(config, edges))
  const ask = (purpose: Purpose, address: Address) =>
    fetcher.fetch({ purpose, address, origin: 'registered' })
  const probe = async (address: Address): Promise<readonly [Address, Reachability]> => {
    const { observation: visit, body } = await ask('visit', address)
    const repeat = needsRepeat(visit) ? (await ask('repeat', address)).observation : null
    const opinion = needsOpinion(visit, repeat) ? (await ask('opinion', address)).observation : null
    const page = body === null ? null : pageOf(visit, body.bytes, dayAt(edges.now()))
    return [address, reachabilityOf(visit, repeat, opinion, page)]
  }
  try {
    const canaries: Observation[] = []
    for (const address of config.canaries) canaries.push((await ask('canary', address)).observation)
    if (!reliabilityOf(canaries, config.unreliable, null).reliable) {
      throw new InputError([{ file: config.registry, message: OUR_FAULT }], EXIT.unreliable)
    }
    return new Map(await Promise.all([...new Set(addresses)].map(probe)))
  } finally {
    await fetcher.close()
  }
}
