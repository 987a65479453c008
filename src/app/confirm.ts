import { dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { Observation } from '../core/observation.ts'
import type { Probe, Purpose } from '../core/probe.ts'
import { roundOf } from '../core/probe.ts'
import { createFetcher } from '../fetch/create-fetcher.ts'
import { fetchAll } from '../fetch/fetch-all.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import { declaredDays, type Suspect } from '../judge/suspects.ts'
import { readRegistry } from '../registry/read-registry.ts'
import type { AuditReport } from '../report/audit-report.ts'
import { openPeriodStore, openStore } from '../store/open-store.ts'
import type { Run, RunStore } from '../store/run-store.ts'
import { FINISHED_RUNS, lockWorks } from '../store/work-lock.ts'
import { answerWriter } from './answer-writer.ts'
import { canariesOf } from './canaries.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { fetchOptionsOf } from './fetch-options.ts'
import { interruption, withinGrace } from './interruption.ts'
import { mustExist } from './must-exist.ts'
import type { OnProgress } from './progress.ts'
import { LATEST_COMPLETE, type Rejudged, rejudge } from './rejudge.ts'
import { standIns } from './stand-ins.ts'

/** What is asked again. */
export interface ConfirmRequest {
  readonly config: Config
  /** The run whose suspects are asked; null = the newest complete one. */
  readonly run: string | null
  readonly edges: Edges
  readonly onProgress: OnProgress
  readonly onReport?: (result: {
    readonly report: AuditReport
    readonly warnings: readonly string[]
  }) => Promise<void>
  readonly signal?: AbortSignal
}

/** What asking again has brought. */
export interface ConfirmResult {
  readonly run: Run
  readonly report: AuditReport
  /** Addresses that were asked. */
  readonly asked: number
  /** Whether our own network was well meanwhile; where it was not, nothing that was asked counts. */
  readonly isWell: boolean
  /** Suspects that were open before. */
  readonly before: readonly Suspect[]
  /** What has become of them. */
  readonly after: readonly Suspect[]
}

/** The round of one more question: none that the run has an answer to. */
const nextRound = (observations: readonly Observation[], purpose: Purpose, { address }: Suspect): number =>
  Math.max(
    0,
    ...observations
      .filter((one) => one.purpose === purpose && one.address === address)
      .map((one) => roundOf(one.id)),
  ) + 1

const probesFor = (
  suspects: readonly Suspect[],
  purpose: Purpose,
  observations: readonly Observation[],
): readonly Probe[] =>
  suspects.map((suspect) => ({
    purpose,
    address: suspect.address,
    origin: suspect.visit.origin,
    round: nextRound(observations, purpose, suspect),
  }))

/** Where the answers agree that an address is dead, and the other engine has not said so. */
const needsEngine = ({ reachability, isOpen }: Suspect): boolean =>
  isOpen && reachability.ladder?.kind === 'gone' && reachability.ladder.state === 'complete'

/** Suspects that may be asked now: a ladder's next step is due, and nobody has given notice for today. */
async function dueOf(judged: Rejudged, config: Config, now: number): Promise<readonly Suspect[]> {
  const { registry } = await readRegistry(config.registry, new Set(judged.pack.items.keys()))
  const isDeclared = declaredDays(judged.plan.subjects, registry.notices)
  return judged.suspects.filter(
    ({ isOpen, address, reachability }) =>
      isOpen && (reachability.ladder?.nextAt ?? now) <= now && !isDeclared(address, dayAt(now)),
  )
}

/** Only a complete audit is asked about again; what a circular was sealed with stays as it was, its suspects are a later run's. */
async function mustBeOpen(run: Run, config: Config): Promise<void> {
  if (run.state !== 'complete' || run.kind !== 'audit') {
    const message = `检查 ${run.id} 未完成、不可靠，或本身是整改复查，不能复查 / run ${run.id} was not finished, is unreliable, or rechecks cases; only a complete audit can be confirmed.`
    throw new InputError([{ file: config.store, message }], EXIT.usage)
  }
  const store = await openPeriodStore(config.store)
  const sealed = (await store.sealings().finally(() => store.close())).find((one) => one.run === run.id)
  if (sealed === undefined) return
  const message = `检查 ${run.id} 已用于封存的通报（${sealed.period}），不能再改；请重新检查 / run ${run.id} is sealed (${sealed.period}) and stays as it is; audit anew.`
  throw new InputError([{ file: config.store, message }], EXIT.usage)
}

interface Session {
  readonly request: ConfirmRequest
  readonly run: Run
  readonly store: RunStore
  readonly fetcher: Fetcher
}

async function ask({ request, run, store, fetcher }: Session, probes: readonly Probe[]): Promise<void> {
  const { signal = new AbortController().signal, onProgress } = request
  const writer = answerWriter(run, store)
  let done = 0
  const asking = fetchAll(
    fetcher,
    probes,
    async (fetched) => {
      done += 1
      onProgress({ phase: 'asking', done, known: probes.length, round: 1 })
      await writer.add(fetched)
    },
    signal,
  )
  await withinGrace(asking, signal)
  await writer.settle()
  if (signal.aborted) throw interruption(signal, run.id)
}

/** Asks the suspects that are due, between two askings of canaries. Returns whether our own network was well. */
async function askAgain(
  request: ConfirmRequest,
  judged: Rejudged,
  due: readonly Suspect[],
): Promise<boolean> {
  const { config, edges } = request
  const { run, suspects } = judged
  const { observations } = judged.collected
  const store = await openStore(config.store)
  const fetcher = createFetcher(fetchOptionsOf(config, edges))
  const doubted = suspects.map((one) => one.address)
  const canaries = config.canaries.length > 0 ? config.canaries : standIns(observations, doubted)
  const askCanaries = canariesOf(run, canaries, store, fetcher)
  try {
    const session = { request, run, store, fetcher }
    const wasWell = await askCanaries()
    if (!wasWell) return false
    await ask(session, probesFor(due, 'confirmation', observations))
    const isWell = await askCanaries()
    const { suspects: now } = await rejudge(config, run.id)
    const addresses = new Set(due.map((one) => one.address))
    const doubtful = now.filter((one) => addresses.has(one.address) && needsEngine(one))
    await ask(session, probesFor(doubtful, 'opinion', observations))
    return isWell
  } finally {
    await fetcher.close()
    await store.close()
  }
}

/**
 * Asks the suspects of a run that was finished once more, as far as the time has come, adding what they say to the run,
 * and judges it anew (DESIGN §5.1). Nothing that was seen before is changed. Throws {@link InputError} for an unknown, sealed
 * or unreliable run, and while another audit or a sealing is at work on the same database.
 */
export async function confirm(request: ConfirmRequest): Promise<ConfirmResult> {
  const { config, edges } = request
  await mustExist(config.store)
  const lock = lockWorks(config.store, ['audit', FINISHED_RUNS])
  try {
    const judged = await rejudge(config, request.run ?? LATEST_COMPLETE)
    await mustBeOpen(judged.run, config)
    const before = judged.suspects.filter((one) => one.isOpen)
    const due = await dueOf(judged, config, edges.now())
    const isWell = due.length === 0 || (await askAgain(request, judged, due))
    const now = await rejudge(config, judged.run.id)
    const store = await openStore(config.store)
    await store.replaceVerdicts(now.run.id, now.unreviewed).finally(() => store.close())
    await request.onReport?.({ report: now.report, warnings: [] })
    const addresses = new Set(before.map((one) => one.address))
    const after = now.suspects.filter((one) => addresses.has(one.address))
    return { run: now.run, report: now.report, asked: due.length, isWell, before, after }
  } finally {
    lock.release()
  }
}
