import { dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { CaseStep, RecheckResult, RectificationCase } from '../core/rectification.ts'
import { reliabilityOf } from '../judge/reliability.ts'
import { caseState, historiesOf, historyOf } from '../period/case-state.ts'
import { followUp } from '../period/follow-up.ts'
import type { Subject } from '../plan/subject.ts'
import { openPeriodStore, openStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import type { Run } from '../store/run-store.ts'
import { lockWork } from '../store/work-lock.ts'
import { askWeb } from './ask-web.ts'
import { type CaseFilter, circulatedFindings } from './cases.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { loadInputs, planOf } from './inputs.ts'
import { type JudgedRun, judgeRun } from './judge-run.ts'
import { ladderOf } from './ladder-config.ts'
import { mustExist } from './must-exist.ts'
import type { OnProgress } from './progress.ts'
import { runStart } from './run-start.ts'
import { entriesOf, OURSELVES } from './seal-cases.ts'
import { sightOf } from './sight.ts'

/** What looking again at open cases showed. */
export interface Rechecked {
  readonly run: Run
  /** False when our own network may be at fault; nothing is noted then. */
  readonly reliable: boolean
  readonly results: readonly {
    readonly case: RectificationCase
    readonly result: RecheckResult | 'dismissed'
  }[]
}

/** What is looked at again is what had failed: how much of it fails says nothing of our network; the canaries do. */
const CANARIES_ONLY = { maximumFailedShare: 1, maximumFailedJump: 1 }

const EVERYTHING = { units: [], items: [] }

async function openCases(
  store: PeriodStore,
  { cases, units }: CaseFilter,
): Promise<readonly RectificationCase[]> {
  const histories = historiesOf(await store.caseEvents())
  const findings = await circulatedFindings(store)
  const isMeant = (one: RectificationCase): boolean =>
    (cases.length === 0 ||
      cases.some((digits) => one.id === digits || one.fingerprint.startsWith(digits.toLowerCase()))) &&
    (units.length === 0 ||
      units.includes(one.unit) ||
      units.includes(findings.get(one.id)?.unitName ?? one.unit))
  return (await store.cases()).filter((one) => isMeant(one) && caseState(historyOf(histories, one)).isOpen)
}

const isOf = (subject: Subject, one: RectificationCase): boolean =>
  subject.duty.unit.id === one.unit && subject.duty.item.id === one.item && subject.ref.key === one.subject

/** Notes what was seen in each case's history; a history that somebody wrote to meanwhile is read again. */
async function note(
  store: PeriodStore,
  cases: readonly RectificationCase[],
  stepsOf: (one: RectificationCase) => readonly CaseStep[],
  at: number,
): Promise<void> {
  for (const one of cases) {
    let isAdded = false
    while (!isAdded) {
      const history = historyOf(historiesOf(await store.caseEvents()), one)
      if (!caseState(history).isOpen) break
      const entries = entriesOf(one, history, stepsOf(one), { at, by: OURSELVES })
      isAdded = (await store.addCaseEvents(entries)).ok
    }
  }
}

const resultOf = (steps: readonly CaseStep[]): RecheckResult | 'dismissed' =>
  steps.find((step) => step.kind === 'rechecked')?.result ?? 'dismissed'

/**
 * Asks the web again for what open cases are about, and for nothing else, judges it, and notes in each case's history
 * what was seen; a case that is verified as mended is closed. Throws {@link InputError} (usage) when no open case is
 * meant, and while an audit is at work on the same database.
 */
export async function recheck(
  config: Config,
  filter: CaseFilter,
  edges: Edges,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Rechecked> {
  await mustExist(config.store)
  const inputs = await loadInputs(config, dayAt(edges.now()))
  const periods = await openPeriodStore(config.store)
  const store = await openStore(config.store)
  const lock = lockWork(config.store, 'audit')
  try {
    const cases = await openCases(periods, filter)
    if (cases.length === 0) {
      const message = '没有待复查的整改事项 / no open case is meant; see case list --open.'
      throw new InputError([{ file: 'recheck', message }], EXIT.usage)
    }
    const scope = { units: [...new Set(cases.map((one) => one.unit))].sort(), items: [] }
    const start = runStart('recheck', config, inputs, scope, edges)
    await store.startRun(start)
    const run: Run = { ...start, state: 'running', finishedAt: null }
    const plan = planOf(inputs.pack, inputs.registry, run.asOf, EVERYTHING)
    const subjects = plan.subjects.filter((subject) => cases.some((one) => isOf(subject, one)))
    const rules = [...inputs.pack.rules.values()].filter((rule) => cases.some((one) => one.rule === rule.id))
    const collected = await askWeb(run, subjects, rules, {
      config,
      edges,
      store,
      onProgress,
      signal,
      fresh: true,
    })
    const { reliable, doubts } = reliabilityOf(collected.observations, CANARIES_ONLY, null)
    const judged: JudgedRun = judgeRun({
      run,
      reliable,
      doubts,
      pack: inputs.pack,
      registry: inputs.registry,
      plan,
      collected,
      baseline: null,
      ladder: ladderOf(config),
      reviews: await store.reviewsUpTo(run.id),
    })
    await store.replaceVerdicts(run.id, judged.unreviewed)
    const stepsOf = followUp(sightOf(run.id, judged))
    const at = edges.now()
    const state = reliable ? 'complete' : 'unreliable'
    await store.finishRun(run.id, state, at)
    if (reliable) await note(periods, cases, stepsOf, at)
    const results = cases.map((one) => ({ case: one, result: resultOf(stepsOf(one)) }))
    return { run: { ...run, state, finishedAt: at }, reliable, results: reliable ? results : [] }
  } finally {
    lock.release()
    await store.close()
    await periods.close()
  }
}
