import type { Address } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import type { CrawlEnd } from '../crawl/crawl-site.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import { type Doubt, type ReliabilityLimits, reliabilityOf } from '../judge/reliability.ts'

/** So many hosts outside of a site must have been asked before their silence says anything, and such a share be silent. */
const HOSTS = 10
const SHARE = 0.9

/** Asks canary hosts in a round of their own. */
export async function askCanaries(
  canaries: readonly Address[],
  fetcher: Fetcher,
  round: number,
): Promise<readonly Observation[]> {
  const asked = canaries.map((address) =>
    fetcher.fetch({ purpose: 'canary', address, origin: 'registered', wants: 'status', round }),
  )
  return (await Promise.all(asked)).map((one) => one.observation)
}

/** What speaks against a crawl: canaries that fail, or the silence of nearly everything outside of the site. */
export function crawlDoubts(
  canaries: readonly Observation[],
  { hosts, silent }: CrawlEnd['outside'],
  limits: ReliabilityLimits,
): readonly Doubt[] {
  const { doubts } = reliabilityOf(canaries, limits, null)
  return hosts >= HOSTS && silent / hosts >= SHARE
    ? [...doubts, { message: 'outside-silent', data: { hosts, silent } }]
    : doubts
}
