import type { Address } from '../core/address.ts'
import type { Purpose } from '../core/probe.ts'
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

/**
 * Asks about a suspect a second time and, where that agrees, another engine (DESIGN §5.1, §5.3), as far as the store does
 * not know it yet. Returns how often it asked.
 */
export async function confirmSuspect(suspect: Suspect, fetcher: Fetcher, log: AnswerLog): Promise<number> {
  const { number, address } = suspect
  let asked = 0
  const known = (purpose: Purpose) => {
    const answer = suspect.answers.find((one) => one.purpose === purpose)
    return answer === undefined ? null : observationOf(answer, address)
  }
  const ask = async (purpose: Purpose) => {
    const { observation } = await fetcher.fetch({ purpose, address, origin: 'discovered', wants: 'status' })
    asked += 1
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
    return observation
  }
  const visit = known('visit')
  if (visit === null) return asked
  const repeat = known('repeat') ?? (await ask('repeat'))
  if (needsOpinion(visit, repeat) && known('opinion') === null) await ask('opinion')
  return asked
}
