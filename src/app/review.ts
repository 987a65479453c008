import { EXIT, InputError, type Problem } from '../core/errors.ts'
import type { Decision, Review } from '../core/review.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { type FindingFilter, findFindings, type ListedFinding, listedFindings } from './find-findings.ts'
import { rejudge } from './rejudge.ts'

/** The findings of a run that a filter means, as they stand on review. `run` may be `latest`. */
export async function reviewList(
  config: Config,
  run: string,
  filter: FindingFilter,
): Promise<{ readonly run: string; readonly listed: readonly ListedFinding[] }> {
  const { report } = await rejudge(config, run)
  return { run: report.run.id, listed: findFindings(listedFindings(report), filter, report.run.id) }
}

/** One decision to note. */
export interface DecisionRequest {
  /** The whole fingerprint. */
  readonly fingerprint: string
  readonly decision: Decision
  readonly reviewer: string
  readonly reason: string
}

/** What came of decisions. */
export interface Decided {
  readonly run: string
  readonly added: readonly Review[]
  /** Fingerprints on which the same had been decided before. */
  readonly already: readonly string[]
}

/** Decisions are tried so often when somebody else decides at the same moment. */
const TRIES = 20

const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  confirmed: '属实 confirmed',
  dismissed: '不属实 dismissed',
  deferred: '暂缓 deferred',
}

function faultsOf(requests: readonly DecisionRequest[]): readonly Problem[] {
  const faults = requests.flatMap(({ fingerprint, decision, reviewer, reason }): readonly Problem[] => [
    ...(reviewer.trim() === ''
      ? [{ file: fingerprint, message: '请用 --by 写明复核人 / name the reviewer with --by.' }]
      : []),
    ...(decision !== 'confirmed' && reason.trim() === ''
      ? [
          {
            file: fingerprint,
            message:
              '不属实或暂缓的，须用 --reason 写明理由 / a dismissal or deferral needs its reason: --reason.',
          },
        ]
      : []),
  ])
  return faults
}

const newestOf = (reviews: readonly Review[], fingerprint: string): Review | undefined =>
  reviews.findLast((one) => one.fingerprint === fingerprint)

/** The rows to add, or what is decided otherwise already. */
function rowsFor(
  requests: readonly DecisionRequest[],
  known: readonly Review[],
  listed: ReadonlyMap<string, ListedFinding>,
  context: { readonly run: string; readonly at: number; readonly replace: boolean },
): {
  readonly rows: readonly Review[]
  readonly already: readonly string[]
  readonly problems: readonly Problem[]
} {
  const rows: Review[] = []
  const already: string[] = []
  const problems: Problem[] = []
  for (const { fingerprint, decision, reviewer, reason } of requests) {
    const before = newestOf(known, fingerprint)
    const measured = listed.get(fingerprint)?.finding.measured ?? ''
    const stands = before?.measured === measured
    if (stands && before.decision === decision && (decision === 'confirmed' || before.reason === reason)) {
      already.push(fingerprint)
      continue
    }
    if (stands && before.decision !== decision && !context.replace) {
      const words = DECISION_WORDS[before.decision]
      problems.push({
        file: fingerprint,
        message: `${before.reviewer}已认定为“${words}”（${before.reason}）；确需改判的，加 --replace / was decided by ${before.reviewer} already; add --replace to decide otherwise.`,
      })
      continue
    }
    rows.push({
      run: context.run,
      fingerprint,
      number: (before?.number ?? 0) + 1,
      decision,
      reviewer: reviewer.trim(),
      reason: reason.trim(),
      measured,
      at: context.at,
    })
  }
  return { rows, already, problems }
}

async function addAll(
  store: PeriodStore,
  requests: readonly DecisionRequest[],
  listed: ReadonlyMap<string, ListedFinding>,
  context: { readonly run: string; readonly at: number; readonly replace: boolean },
): Promise<Decided> {
  for (let left = TRIES; left > 0; left -= 1) {
    const { rows, already, problems } = rowsFor(requests, await store.reviews(context.run), listed, context)
    if (problems.length > 0) throw new InputError(problems, EXIT.usage)
    if (rows.length === 0 || (await store.addReviews(rows)).ok)
      return { run: context.run, added: rows, already }
  }
  const message =
    '其他人正在不断复核同一批问题，未写入；请稍后重试 / others keep deciding on the same findings, nothing was written; try again.'
  throw new InputError([{ file: 'review', message }], EXIT.cannotCreate)
}

/** Which decisions to note, from the findings as they stand. */
export type Choose = (listed: readonly ListedFinding[], run: string) => readonly DecisionRequest[]

/**
 * Notes decisions about findings of a run: all of them or none. What was decided in the same way before is left alone; what
 * was decided otherwise is refused unless `replace` says so, also when that happens at this very moment. Throws
 * {@link InputError} (usage) for an unknown finding, a missing reviewer or reason, or a contradiction.
 */
export async function decide(
  config: Config,
  run: string,
  choose: Choose,
  replace: boolean,
  edges: Edges,
): Promise<Decided> {
  const { report } = await rejudge(config, run)
  const all = listedFindings(report)
  const listed = new Map(all.map((one) => [one.finding.fingerprint, one]))
  const requests = choose(all, report.run.id)
  const unknown = requests.filter(({ fingerprint }) => !listed.has(fingerprint))
  const message = `检查 ${report.run.id} 中没有这个问题 / run ${report.run.id} has no such finding; see review list.`
  const problems = [
    ...faultsOf(requests),
    ...unknown.map(({ fingerprint }): Problem => ({ file: fingerprint, message })),
  ]
  if (problems.length > 0) throw new InputError(problems, EXIT.usage)
  const store = await openPeriodStore(config.store)
  try {
    return await addAll(store, requests, listed, { run: report.run.id, at: edges.now(), replace })
  } finally {
    await store.close()
  }
}
