import * as z from 'zod'
import { dayAt, isPeriod, minuteAt, subtractPeriod } from '../core/day.ts'
import { periodWords } from '../core/period-words.ts'
import type { CallingPage, LogFact } from '../facts/facts.ts'
import { beaconState } from '../facts/log/beacon.ts'
import { cantTell, type Defect, defineCheck, failed, passed } from './check.ts'
import { logMessages } from './log-messages.ts'

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'i').source !== ''
  } catch {
    return false
  }
}

type Fault = 'absent' | 'partial' | 'silent'

function silence({ heartbeat }: LogFact, within: string): Defect<Fault> | null {
  if (heartbeat === null || heartbeat.last === null) return null
  const { observation, last } = heartbeat
  if (dayAt(last.at) >= subtractPeriod(dayAt(observation.observedAt), within)) return null
  const evidence = [{ observation: observation.id, quote: last.quote }]
  const { zh, en } = periodWords(within)
  return {
    message: 'silent',
    data: { last: minuteAt(last.at), within: zh, withinEnglish: en },
    aspect: 'heartbeat',
    evidence,
  }
}

function gapOf(without: readonly CallingPage[], total: number): Defect<Fault> {
  const [example] = without
  return {
    message: without.length === total ? 'absent' : 'partial',
    data: { total, count: without.length, example: example?.address ?? '' },
    aspect: 'beacon',
    evidence: without.slice(0, 3).map(({ observation }) => ({ observation: observation.id })),
  }
}

/** A site that does not tell the portal of its visits (五(七)2). */
export const logGap = defineCheck({
  id: 'log-gap',
  subject: 'column',
  needs: ['log'],
  options: z.strictObject({
    /** Regular expressions, any of which fits the address that a page with the portal’s statistics calls. */
    beacon: z.array(z.string().refine(isPattern, { error: 'expected a regular expression' })).min(1),
    /** Pages without it that are let pass, as a share of those read. */
    tolerated: z.number().min(0).max(1).default(0.2),
    /** Pages that must be read before anything is said. */
    least: z.int().min(1).default(3),
    /** Age of the last record at which a heartbeat counts as silent. */
    within: z.string().refine(isPeriod, { error: 'expected a period such as P1D' }).default('P1D'),
  }),
  applicability:
    'Every column registered for a unit’s log; pages of the unit’s own site that were read anyway are its sample.',
  expectation:
    'The sampled pages call the portal’s statistics, themselves or by a script file of the site; where the registered address answers with data, its last record is recent.',
  assumptions:
    'Statistics that a script of another host brings in cannot be seen; such hosts belong among the patterns. Patterns that fit nothing in the whole run are not this portal’s. A registered address that answers with a page has no heartbeat.',
  messages: logMessages,
  judge: ({ facts: { log }, options }) => {
    const patterns = options.beacon.map((one) => new RegExp(one, 'i'))
    const looked = log.pages.map((page) => ({ page, state: beaconState(page, patterns) }))
    const settled = looked.filter(({ state }) => state !== 'unknown')
    const without = settled.filter(({ state }) => state === 'absent').map(({ page }) => page)
    const total = settled.length
    const isGap = total >= options.least && without.length > total * options.tolerated
    const isProven =
      looked.some(({ state }) => state === 'there') ||
      log.calledInRun.some((call) => patterns.some((pattern) => pattern.test(call)))
    const gap = isGap && isProven ? gapOf(without, total) : null
    const [first, ...more] = [gap, silence(log, options.within)].flatMap((one) => one ?? [])
    if (first !== undefined) return failed(first, ...more)
    if (isGap) return cantTell('unproven')
    if (total < options.least) return cantTell('too-few', { count: total })
    return log.heartbeat !== null && log.heartbeat.last === null ? cantTell('heartbeat-unread') : passed()
  },
})
