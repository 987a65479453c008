import { dayAt } from '../../core/day.ts'
import type { Observation } from '../../core/observation.ts'
import type { Page } from '../page.ts'
import { answerKind, causeOf } from './answer-kind.ts'
import { canaryAskings, wasWell } from './canary-askings.ts'
import type { Ladder, Later, NotCounted, Rung } from './ladder.ts'
import { missingTimes, nextUsefulTime } from './times.ts'

const NOTHING_MISSING = { answers: 0, days: 0, hours: 0, office: false }

interface Answers {
  readonly visit: Observation
  readonly repeat: Observation | null
  readonly page: Page | null
  readonly later: Later
}

/** Each answer with whether it counts. That an address is well counts at any time. */
function rungsOf({ visit, repeat, page, later }: Answers, isDeclared: Later['isDeclared']): readonly Rung[] {
  const askings = canaryAskings(later.canaries)
  const confirmations = later.again
    .filter((one) => one.purpose === 'confirmation')
    .sort((a, b) => a.observedAt - b.observedAt || (a.id < b.id ? -1 : 1))
  const rungs: Rung[] = []
  let last: number | null = null
  const whyNot = (one: Observation): NotCounted | null => {
    if (!wasWell(one.observedAt, askings)) return 'our-network'
    if (isDeclared(dayAt(one.observedAt))) return 'declared'
    return last !== null && one !== repeat && one.observedAt - last < later.rules.delay ? 'too-soon' : null
  }
  for (const one of [visit, ...(repeat === null ? [] : [repeat]), ...confirmations]) {
    const kind = answerKind(one, one === visit ? page : later.pageOf(one))
    const ignored = kind === 'well' ? null : whyNot(one)
    rungs.push({ observation: one, kind, cause: causeOf(one), ignored })
    if (ignored === null && kind !== 'unclear') last = one.observedAt
  }
  return rungs
}

/** n of m: so many answers must be those of a dead address, and the others can no longer prevent it. */
function goneLadder(rungs: readonly Rung[], { rules }: Later): Ladder {
  const count = (kind: Rung['kind']): number =>
    rungs.filter((rung) => rung.ignored === null && rung.kind === kind).length
  const answers = Math.max(0, rules.needed - count('gone'))
  const state = answers === 0 ? 'complete' : count('well') > rules.of - rules.needed ? 'cleared' : 'open'
  const last = rungs.at(-1)?.observation.observedAt ?? 0
  const nextAt = state === 'cleared' ? null : last + rules.delay
  return { kind: 'gone', state, rungs, missing: { ...NOTHING_MISSING, answers }, most: rules.of, nextAt }
}

/** All of them: on several days, at several hours, once at least within office hours. */
function failingLadder(rungs: readonly Rung[], later: Later): Ladder {
  if (rungs.some((rung) => rung.kind === 'well')) {
    return { kind: 'failing', state: 'cleared', rungs, missing: NOTHING_MISSING, most: null, nextAt: null }
  }
  const counted = rungs.filter((rung) => rung.ignored === null && rung.kind !== 'unclear')
  const times = missingTimes(
    counted.map((rung) => rung.observation.observedAt),
    later,
  )
  const isComplete = times.days === 0 && times.hours === 0 && !times.office
  const missing = { ...times, answers: isComplete ? 0 : Math.max(1, times.days) }
  const last = rungs.at(-1)?.observation.observedAt ?? 0
  const nextAt = isComplete
    ? null
    : Math.max(nextUsefulTime(counted, later), counted.length < rungs.length ? last + later.rules.delay : 0)
  return { kind: 'failing', state: isComplete ? 'complete' : 'open', rungs, missing, most: null, nextAt }
}

/**
 * The answers of an address in time, and whether its fault counts by now; null for an address whose first answer holds
 * nothing that could ever count. A pure function of what was observed. `page` is what the visit brought.
 */
export function ladderOf(
  visit: Observation,
  repeat: Observation | null,
  page: Page | null,
  later: Later,
): Ladder | null {
  const kind = answerKind(visit, page)
  const answers = { visit, repeat, page, later }
  // A notice excuses a dead address by the day that is judged.
  if (kind === 'gone')
    return goneLadder(
      rungsOf(answers, () => false),
      later,
    )
  return kind === 'failing' ? failingLadder(rungsOf(answers, later.isDeclared), later) : null
}
