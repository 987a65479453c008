import type { Address } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import type { Purpose } from '../core/probe.ts'
import { strangeSibling } from '../core/strange-sibling.ts'
import { needsOpinion } from '../facts/reachability.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { CrawlAnswer } from '../store/crawl-store.ts'
import type { AnswerLog } from './answer-log.ts'
import { observationOf, replyOf } from './reply.ts'

/** An address that looked dead, with what was asked about it so far. */
export interface Suspect {
  readonly number: number
  readonly address: Address
  readonly answers: readonly CrawlAnswer[]
}

/** What confirming works with. */
export interface ConfirmTools {
  readonly fetcher: Fetcher
  readonly log: AnswerLog
  /** The random part of names that cannot exist. */
  readonly token: string
  /** Look-ups of such names that were made, each once a crawl. */
  readonly lookups: Map<Address, Promise<Observation>>
}

/** Whether name servers can say "no such name" of hosts beside the suspect's. */
function lookUpBeside(
  address: Address,
  { fetcher, token, lookups }: ConfirmTools,
): Promise<Observation> | null {
  const sibling = strangeSibling(address, token)
  if (sibling === null) return null
  const known = lookups.get(sibling)
  if (known !== undefined) return known
  const asked = fetcher
    .fetch({ purpose: 'catch-all', address: sibling, origin: 'discovered' })
    .then((one) => one.observation)
  lookups.set(sibling, asked)
  return asked
}

/**
 * Asks about a suspect a second time and, where that agrees, another engine (DESIGN §5.1, §5.3), as far as the store does
 * not know it yet; and, where there is no such name, whether name servers can say so at all. Returns how often it asked.
 */
export async function confirmSuspect(suspect: Suspect, tools: ConfirmTools): Promise<number> {
  const { fetcher, log } = tools
  const { number, address } = suspect
  let asked = 0
  const known = (purpose: Purpose) => {
    const answer = suspect.answers.find((one) => one.purpose === purpose)
    return answer === undefined ? null : observationOf(answer, address)
  }
  const keep = (purpose: Purpose, observation: Observation): void => {
    const reply = replyOf(observation)
    log.add({
      number,
      purpose,
      observedAt: observation.observedAt,
      reply,
      links: null,
      content: null,
      fragments: null,
    })
  }
  const ask = async (purpose: Purpose) => {
    const { observation } = await fetcher.fetch({ purpose, address, origin: 'discovered', wants: 'status' })
    asked += 1
    keep(purpose, observation)
    return observation
  }
  const visit = known('visit')
  if (visit === null) return asked
  const repeat = known('repeat') ?? (await ask('repeat'))
  if (needsOpinion(visit, repeat) && known('opinion') === null) await ask('opinion')
  const isNameless = visit.answer.kind === 'failure' && visit.answer.reason === 'name-not-found'
  const beside = isNameless && known('catch-all') === null ? await lookUpBeside(address, tools) : null
  if (beside !== null) keep('catch-all', beside)
  return asked
}
