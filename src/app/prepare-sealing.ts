import type { CircularPeriod } from '../core/circular-period.ts'
import { type Day, dayAt } from '../core/day.ts'
import type { Digest } from '../core/ids.ts'
import type { Bilingual } from '../core/message.ts'
import type { Verdict } from '../core/verdict.ts'
import { addWorkdays } from '../core/work-calendar.ts'
import type { CirculatedFinding } from '../period/case-report.ts'
import { sealGate } from '../period/seal-gate.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openStore } from '../store/open-store.ts'
import type { PeriodStore, SeenHistories } from '../store/period-store.ts'
import { caseReports } from './case-reports.ts'
import type { Config } from './config.ts'
import { evidenceDigests } from './evidence-digests.ts'
import { refuseOutOfOrder, refuseSealing } from './refuse-sealing.ts'
import type { Rejudged } from './rejudge.ts'
import { type LedgerAddition, ledgerAfter } from './seal-cases.ts'
import { newestEditions, sealedDocument } from './sealed-periods.ts'
import { sightOf } from './sight.ts'

/** What is to be sealed, by whom. */
export interface SealRequest {
  readonly period: CircularPeriod
  /** A run's id, or `latest`. */
  readonly run: string
  readonly by: string
  /** Why oddities beside the period before are accepted; null when they are not. */
  readonly accepted: string | null
  /** Why the period must be sealed once more; null for a first sealing. */
  readonly erratum: string | null
}

/** What is written when a period is sealed. */
export interface PreparedSealing {
  readonly document: SealedPeriod
  readonly ledger: LedgerAddition
  /** What it rests on. */
  readonly seen: SeenHistories
  /** The link of the chain before it; empty for the first. */
  readonly chain: Digest
}

const printsOf = (verdicts: readonly Verdict[]): string =>
  verdicts
    .flatMap(({ findings }) => findings.map((one) => one.fingerprint))
    .sort()
    .join(' ')

/** What has changed since the run was judged; a circular must be what the store holds. */
async function changedSince(config: Config, judged: Rejudged): Promise<readonly Bilingual[]> {
  if (judged.pack.hash !== judged.run.packHash)
    return [
      {
        zh: '规则包在检查之后已改动；请用原规则包（--rules），或重新检查',
        en: 'the rule pack has changed since the run; use the one of the run (--rules), or audit again',
      },
    ]
  const store = await openStore(config.store)
  const stored = await store.verdicts(judged.run.id).finally(() => store.close())
  return printsOf(stored) === printsOf(judged.unreviewed)
    ? []
    : [
        {
          zh: '现在的程序对这次检查的判定与当时不同；请重新检查',
          en: 'this program judges the run otherwise than it was judged then; audit again',
        },
      ]
}

/** The finding of every case: as it is now for new ones, as it was circulated for earlier ones. */
function findingsOf(
  ledger: LedgerAddition,
  judged: Rejudged,
  documents: readonly SealedPeriod[],
): ReadonlyMap<string, CirculatedFinding> {
  const now = new Map(
    judged.report.units.flatMap((unit) => unit.findings).map((one) => [one.fingerprint, one] as const),
  )
  const earlier = documents.flatMap((one) => one.cases).map((one) => [one.id, one] as const)
  const own = ledger.cases.flatMap((one) => {
    const finding = now.get(one.fingerprint)
    return finding === undefined ? [] : [[one.id, finding] as const]
  })
  return new Map<string, CirculatedFinding>([...earlier, ...own])
}

/** What the ledger shows in a document: open cases, and those that ended since the sealing before. */
function shownCases(ledger: LedgerAddition, since: number): LedgerAddition['after']['cases'] {
  const ended = new Map(
    ledger.after.events.filter(({ step }) => step.kind === 'closed').map((event) => [event.case, event.at]),
  )
  return ledger.after.cases.filter((one) => (ended.get(one.id) ?? Number.MAX_SAFE_INTEGER) > since)
}

/**
 * Works out what a sealing at the time `at` writes, and writes nothing. Throws {@link InputError} with everything that
 * stands against it.
 */
export async function prepareSealing(
  config: Config,
  request: SealRequest,
  judged: Rejudged,
  store: PeriodStore,
  at: number,
): Promise<PreparedSealing> {
  const { period, accepted, erratum, by } = request
  const sealings = await store.sealings()
  const editions = sealings.filter((one) => one.period === period)
  const replaced = editions.at(-1) ?? null
  refuseOutOfOrder(period, sealings, erratum)
  const newest = newestEditions(sealings)
  const documents: SealedPeriod[] = []
  for (const one of sealings) documents.push(await sealedDocument(store, one))
  const before =
    newest.filter((one) => one.period < period && one.period.length === period.length).at(-1) ?? null
  const beforeDocument = before === null ? null : (documents[sealings.indexOf(before)] ?? null)
  const { run, report, pack } = judged
  const gate = sealGate(
    {
      period,
      state: run.state,
      isPartial: run.units.length + run.items.length > 0,
      report,
      before: beforeDocument?.report ?? null,
      accepted,
    },
    config.seal,
  )
  const refusals = [...gate.refusals, ...(await changedSince(config, judged))]
  if (refusals.length > 0) refuseSealing(period, refusals)

  const sealedOn = dayAt(at)
  const dueOn: Day | null = addWorkdays(pack.calendar, sealedOn, config.rectification.workdays)
  const known = { cases: await store.cases(), events: await store.caseEvents() }
  const ledger = ledgerAfter(known, sightOf(run.id, judged), { period, openedAt: at, dueOn })
  const since = before?.sealedAt ?? 0
  const document: SealedPeriod = {
    schema: 'portal-audit/period',
    version: 1,
    period,
    edition: (replaced?.edition ?? 0) + 1,
    replaces:
      replaced === null || erratum === null
        ? null
        : { edition: replaced.edition, document: replaced.document, reason: erratum },
    sealedAt: new Date(at).toISOString(),
    sealedOn,
    sealedBy: by,
    registryHash: run.registryHash,
    minimumCoverage: config.seal.minimumCoverage,
    rectificationWorkdays: config.rectification.workdays,
    dueOn,
    warnings: gate.warnings,
    cases: caseReports(
      shownCases(ledger, since),
      ledger.after.events,
      findingsOf(ledger, judged, documents),
      sealedOn,
      pack.calendar,
    ),
    evidence: evidenceDigests(run.id, judged.unreviewed, judged.collected.observations),
    report,
  }
  const seen = {
    sealings: sealings.length,
    reviews: judged.reviews.length,
    caseEvents: known.events.length,
  }
  return { document, ledger, seen, chain: sealings.at(-1)?.chain ?? '' }
}
