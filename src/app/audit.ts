import { dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import { failedShareOf, type Reliability, reliabilityOf } from '../judge/reliability.ts'
import { parseRegistryFiles } from '../registry/read-registry.ts'
import type { Registry } from '../registry/registry.ts'
import type { AuditReport } from '../report/audit-report.ts'
import { openStore } from '../store/open-store.ts'
import type { Run, RunStore } from '../store/run-store.ts'
import { lockWork, type WorkLock } from '../store/work-lock.ts'
import { askWeb } from './ask-web.ts'
import type { Collected } from './collect.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { type Inputs, loadInputs, planOf, type Scope } from './inputs.ts'
import { judgeRun } from './judge-run.ts'
import { ladderOf } from './ladder-config.ts'
import type { OnProgress } from './progress.ts'
import { runStart } from './run-start.ts'

/** What an audit is asked to do beside its configuration. */
export interface AuditRequest {
  readonly config: Config
  readonly scope: Scope
  /** Go on with the newest run that was not finished, unless a later one of its scope was, instead of starting one. */
  readonly resume: boolean
  /** Whether every page is asked for whole, whatever an earlier run has seen. */
  readonly fresh?: boolean
  readonly edges: Edges
  readonly onProgress: OnProgress
  /** Told the report before the run counts as finished, so that a run whose report was not written is resumed. */
  readonly onReport?: (result: Pick<AuditResult, 'report' | 'warnings'>) => Promise<void>
  /** Ends the run before its time, with what is known by then stored. */
  readonly signal?: AbortSignal
}

/** What an audit ends with. */
export interface AuditResult {
  readonly run: Run
  readonly report: AuditReport
  readonly warnings: readonly string[]
  /** Answers that this process got from the web; 0 when a resumed run had them all. */
  readonly asked: number
}

async function whyNoneIsResumed(store: RunStore): Promise<string> {
  const left = (await store.runs()).find(({ kind, state }) => kind === 'audit' && state === 'running')
  return left === undefined
    ? '没有未完成的检查可以继续 / there is no unfinished run to resume; run the audit without --resume.'
    : `检查 ${left.id} 未完成，但其后同一范围的检查已完成，不再继续；请不加 --resume 重新检查 / run ${left.id} was not finished, but a later one of the same scope was, so there is nothing to resume; run the audit without --resume.`
}

async function beginRun(request: AuditRequest, inputs: Inputs, store: RunStore): Promise<Run> {
  const { config, scope, edges } = request
  if (request.resume) {
    const unfinished = await store.unfinishedRun()
    if (unfinished !== null) return unfinished
    throw new InputError([{ file: config.store, message: await whyNoneIsResumed(store) }], EXIT.usage)
  }
  const start = runStart('audit', config, inputs, scope, edges)
  await store.startRun(start)
  return { ...start, state: 'running', finishedAt: null }
}

async function reliabilityIn(
  run: Run,
  collected: Collected,
  store: RunStore,
  config: Config,
): Promise<Reliability> {
  const before = await store.runBefore(run.id)
  const previousShare = before === null ? null : failedShareOf(await store.observations(before.id))
  return reliabilityOf(collected.observations, config.unreliable, previousShare)
}

/**
 * The main job: reads policy and registry, asks the web, stores, judges and reports. Throws {@link InputError} for bad
 * input, and while another audit is at work on the same database; a run that is killed or told to stop can be resumed.
 */
export async function audit(request: AuditRequest): Promise<AuditResult> {
  const { config, edges } = request
  const inputs = await loadInputs(config, dayAt(edges.now()))
  const store = await openStore(config.store)
  let lock: WorkLock | null = null
  try {
    lock = lockWork(config.store, 'audit')
    const run = await beginRun(request, inputs, store)
    const registry: Registry = request.resume
      ? parseRegistryFiles(run.registryFiles, new Set(inputs.pack.items.keys()))
      : inputs.registry
    const plan = planOf(inputs.pack, registry, run.asOf, { units: run.units, items: run.items })
    const before = (await store.observations(run.id)).length
    const collected = await askWeb(run, plan.subjects, [...inputs.pack.rules.values()], { store, ...request })
    const { reliable, doubts } = await reliabilityIn(run, collected, store, config)
    const previous = await store.runBefore(run.id)
    const baseline =
      previous === null ? null : { id: previous.id, verdicts: await store.verdicts(previous.id) }
    const { unreviewed, report } = judgeRun({
      run,
      reliable,
      doubts,
      pack: inputs.pack,
      registry,
      plan,
      collected,
      baseline,
      ladder: ladderOf(config),
      reviews: await store.reviewsUpTo(run.id),
    })
    await store.replaceVerdicts(run.id, unreviewed)
    await request.onReport?.({ report, warnings: inputs.warnings })
    const finishedAt = edges.now()
    const state = reliable ? 'complete' : 'unreliable'
    await store.finishRun(run.id, state, finishedAt)
    const asked = collected.observations.length - before
    return { run: { ...run, state, finishedAt }, report, warnings: inputs.warnings, asked }
  } finally {
    lock?.release()
    await store.close()
  }
}
