import { EXIT, InputError } from '../core/errors.ts'
import type { Review } from '../core/review.ts'
import type { Verdict } from '../core/verdict.ts'
import { failedShareOf, type Reliability, reliabilityOf } from '../judge/reliability.ts'
import type { Suspect } from '../judge/suspects.ts'
import type { Pack } from '../policy/pack.ts'
import { parseRegistryFiles } from '../registry/read-registry.ts'
import type { Registry } from '../registry/registry.ts'
import type { WaivedFinding } from '../registry/waiver.ts'
import type { AuditReport } from '../report/audit-report.ts'
import { openStore } from '../store/open-store.ts'
import type { Run, RunStore } from '../store/run-store.ts'
import type { Collected } from './collect.ts'
import type { Config } from './config.ts'
import { loadPackOf, type Plan, planOf } from './inputs.ts'
import { judgeRun } from './judge-run.ts'
import { ladderOf } from './ladder-config.ts'
import { mustExist } from './must-exist.ts'
import { readPages } from './read-pages.ts'

const NO_DOUBTS: Pick<Reliability, 'doubts'> = { doubts: [] }

/** Names the newest run that was finished and is believed. */
export const LATEST_COMPLETE = 'latest-complete'

/** A stored run, judged again. */
export interface Rejudged {
  readonly run: Run
  readonly report: AuditReport
  /** Before review. */
  readonly unreviewed: readonly Verdict[]
  /** After review. */
  readonly verdicts: readonly Verdict[]
  readonly waived: readonly WaivedFinding[]
  /** Decisions that bear on the run. */
  readonly reviews: readonly Review[]
  readonly pack: Pack
  /** As it stood when the run was made. */
  readonly registry: Registry
  readonly plan: Plan
  readonly collected: Collected
  /** Addresses whose faults count only once they were seen again. */
  readonly suspects: readonly Suspect[]
}

/** A finished run by its id, or `latest`, `latest-complete`. Throws {@link InputError} (usage) for an unknown one. */
export async function findRun(store: RunStore, id: string, file: string): Promise<Run> {
  const runs = await store.runs()
  const isMeant = (run: Run): boolean => {
    if (id === LATEST_COMPLETE) return run.state === 'complete' && run.kind === 'audit'
    return id === 'latest' ? run.state !== 'running' && run.kind === 'audit' : run.id === id
  }
  const found = runs.find(isMeant)
  if (found !== undefined) return found
  const known = runs.slice(0, 5).map((run) => run.id)
  const message = `没有编号为“${id}”的检查 / no run ${id}; ${known.length === 0 ? 'the store has no runs yet' : `the newest are ${known.join(', ')}`}.`
  throw new InputError([{ file, message }], EXIT.usage)
}

/**
 * Judges a stored run again, without the network: the rules may be newer, the observations and the registry are those
 * of the run. `id` may be `latest`. Nothing in the store is changed. Throws {@link InputError} for an unknown run.
 */
export async function rejudge(config: Config, id: string): Promise<Rejudged> {
  const pack = await loadPackOf(config)
  await mustExist(config.store)
  const store = await openStore(config.store)
  try {
    const run = await findRun(store, id, config.store)
    const registry = parseRegistryFiles(run.registryFiles, new Set(pack.items.keys()))
    const plan = planOf(pack, registry, run.asOf, { units: run.units, items: run.items })
    const observations = await store.observations(run.id)
    const { pages, files } = await readPages(store, observations, run.asOf)
    const collected = { observations, pages, files }
    const previous = await store.runBefore(run.id)
    const baseline =
      previous === null ? null : { id: previous.id, verdicts: await store.verdicts(previous.id) }
    const reliable = run.state !== 'unreliable'
    const ladder = ladderOf(config)
    const { doubts } = reliable
      ? NO_DOUBTS
      : reliabilityOf(
          observations,
          config.unreliable,
          previous === null ? null : failedShareOf(await store.observations(previous.id)),
        )
    const reviews = await store.reviewsUpTo(run.id)
    const judged = judgeRun({
      run,
      reliable,
      doubts,
      pack,
      registry,
      plan,
      collected,
      baseline,
      ladder,
      reviews,
    })
    return { run, ...judged, reviews, pack, registry, plan, collected }
  } finally {
    await store.close()
  }
}
