import { parseAddress } from '../core/address.ts'
import { dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { Observation } from '../core/observation.ts'
import { landingOf } from '../facts/landing.ts'
import { type Likeness, likenessOf } from '../facts/likeness.ts'
import type { Page } from '../facts/page.ts'
import { needsOpinion, needsRepeat, type Reachability, reachabilityOf } from '../facts/reachability.ts'
import { type Wall, wallOf } from '../facts/wall.ts'
import { createFetcher } from '../fetch/create-fetcher.ts'
import { evidenceOf } from '../judge/evidence.ts'
import { controlAddress } from '../plan/probes.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { fetchOptionsOf } from './fetch-options.ts'
import { pageOf } from './read-pages.ts'

/** What one address is, now. */
export interface AddressCheck {
  readonly address: string
  readonly reachability: Pick<Reachability, 'state' | 'cause'>
  readonly visit: Observation
  readonly likeness: Pick<Likeness, 'kind' | 'similarity' | 'quote'>
  readonly wall: Pick<Wall, 'kind' | 'sign' | 'quote'>
  /** Null when nothing could be read. */
  readonly page: Page | null
}

/**
 * Looks at one page: what it is, its dates, walls and links, and why. Asks the address, its host's control page and,
 * where it looks dead, a second time and another engine. Throws {@link InputError} for an address that cannot be asked.
 */
export async function checkAddress(config: Config, text: string, edges: Edges): Promise<AddressCheck> {
  const parsed = parseAddress(text)
  if (!parsed.ok) {
    const message = `不是可以访问的网址（${parsed.reason}）/ not an address that can be asked (${parsed.reason}); expected http://… or https://…`
    throw new InputError([{ file: text, message }], EXIT.usage)
  }
  const { address } = parsed
  const day = config.asOf ?? dayAt(edges.now())
  const observations: Observation[] = []
  const pages = new Map<string, Page>()
  const fetcher = createFetcher(fetchOptionsOf(config, edges))
  const ask = async (purpose: Observation['purpose'], at = address): Promise<Observation> => {
    const fetched = await fetcher.fetch({ purpose, address: at, origin: 'registered' })
    observations.push(fetched.observation)
    const page = fetched.body === null ? null : pageOf(fetched.observation, fetched.body.bytes, day)
    if (page !== null) pages.set(fetched.observation.id, page)
    return fetched.observation
  }
  try {
    const visit = await ask('visit')
    const repeat = needsRepeat(visit) ? await ask('repeat') : null
    const opinion = needsOpinion(visit, repeat) ? await ask('opinion') : null
    const control = await ask('control', controlAddress(address, edges.hex(12)))
    const landing = landingOf(address, evidenceOf(observations, { pages, files: new Map() }))
    const page = pages.get(visit.id) ?? null
    const { state, cause } = reachabilityOf(visit, repeat, opinion, page)
    const { kind, similarity, quote } = likenessOf(landing, {
      observation: control,
      page: pages.get(control.id) ?? null,
    })
    const wall = wallOf(landing)
    return {
      address,
      reachability: { state, cause },
      visit,
      likeness: { kind, similarity, quote },
      wall: { kind: wall.kind, sign: wall.sign, quote: wall.quote },
      page,
    }
  } finally {
    await fetcher.close()
  }
}
