import { createHash } from 'node:crypto'
import type { CircularPeriod } from '../core/circular-period.ts'
import { type Day, dayAt } from '../core/day.ts'
import { EXIT, type ExitCode, InputError, type Problem } from '../core/errors.ts'
import type { Digest } from '../core/ids.ts'
import type { Bilingual } from '../core/message.ts'
import type { Sealing } from '../core/sealing.ts'
import type { Verdict } from '../core/verdict.ts'
import { addWorkdays } from '../core/work-calendar.ts'
import type { CirculatedFinding } from '../period/case-report.ts'
import { sealGate } from '../period/seal-gate.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openPeriodStore, openStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import { caseReports } from './case-reports.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { evidenceDigests } from './evidence-digests.ts'
import { type Rejudged, rejudge } from './rejudge.ts'
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

/** What a sealing ends with. */
export interface Sealed {
  readonly sealing: Sealing
  readonly document: SealedPeriod
  readonly casesOpened: number
  readonly casesClosed: number
}

const sha256 = (data: string | Uint8Array): Digest => createHash('sha256').update(data).digest('hex')

/** The link of the chain that a document makes: over the link before, the document, and what it is sealed as. */
export const chainOf = (before: Digest, document: Digest, period: CircularPeriod, edition: number): Digest =>
  sha256([before, document, period, edition].join('\n'))

function refuse(
  period: CircularPeriod,
  refusals: readonly Bilingual[],
  exitCode: ExitCode = EXIT.unreliable,
): never {
  throw new InputError(
    refusals.map(
      ({ zh, en }): Problem => ({ file: period, message: `不能封存：${zh} / not sealed: ${en}.` }),
    ),
    exitCode,
  )
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

async function prepare(
  config: Config,
  request: SealRequest,
  judged: Rejudged,
  store: PeriodStore,
  at: number,
) {
  const { period, accepted, erratum, by } = request
  const sealings = await store.sealings()
  const editions = sealings.filter((one) => one.period === period)
  const replaced = editions.at(-1) ?? null
  if (replaced !== null && erratum === null)
    refuse(
      period,
      [
        {
          zh: `已于 ${dayAt(replaced.sealedAt)} 由${replaced.sealedBy}封存，不得改动；确有错误的，用 --erratum 写明更正原因`,
          en: `it was sealed on ${dayAt(replaced.sealedAt)} by ${replaced.sealedBy} and is never altered; correct it with --erratum and the reason`,
        },
      ],
      EXIT.usage,
    )
  if (replaced === null && erratum !== null)
    refuse(
      period,
      [{ zh: '尚未封存，无从更正', en: 'it is not sealed, so there is nothing to correct' }],
      EXIT.usage,
    )
  const newest = newestEditions(sealings)
  const later = newest.find((one) => one.period > period && one.period.length === period.length)
  if (later !== undefined && replaced === null)
    refuse(
      period,
      [
        {
          zh: `其后的 ${later.period} 已封存，不能再封存更早的一期`,
          en: `${later.period} is sealed already; an earlier period cannot be sealed after it`,
        },
      ],
      EXIT.usage,
    )
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
  if (refusals.length > 0) refuse(period, refusals)

  const sealedOn = dayAt(at)
  const dueOn: Day | null = addWorkdays(pack.calendar, sealedOn, config.rectification.workdays)
  const ledger = ledgerAfter(
    { cases: await store.cases(), events: await store.caseEvents() },
    sightOf(run.id, judged),
    { period, openedAt: at, dueOn },
  )
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
  return { document, ledger, position: sealings.length + 1, chain: sealings.at(-1)?.chain ?? '' }
}

/**
 * Freezes a period: the run, the rule pack's version and hash, the registry's hash, reviews and scores, with the ledger
 * of cases followed up and extended. Throws {@link InputError} with everything that stands against it, and nothing is
 * written then. A sealed period is never altered; an erratum is one more edition that names what it replaces.
 */
export async function seal(config: Config, request: SealRequest, edges: Edges): Promise<Sealed> {
  const { period, by } = request
  if (by.trim() === '')
    throw new InputError(
      [{ file: period, message: '请用 --by 写明封存人 / name who seals it with --by.' }],
      EXIT.usage,
    )
  const judged = await rejudge(config, request.run)
  const store = await openPeriodStore(config.store)
  try {
    const at = edges.now()
    const { document, ledger, position, chain } = await prepare(config, request, judged, store, at)
    const bytes = new TextEncoder().encode(JSON.stringify(document))
    const digest = sha256(bytes)
    const sealing: Sealing = {
      period,
      edition: document.edition,
      run: judged.run.id,
      sealedAt: at,
      sealedBy: by.trim(),
      reason: request.erratum ?? '',
      document: digest,
      chain: chainOf(chain, digest, period, document.edition),
    }
    const { cases, events } = ledger
    const rows = { sealing, document: { digest, bytes }, cases, events }
    if (!(await store.seal(rows, position)).ok)
      refuse(period, [
        {
          zh: '其他人正在封存或登记整改，未写入；请重试',
          en: 'somebody else was sealing or writing to the cases, nothing was written; try again',
        },
      ])
    const casesClosed = events.filter(({ step }) => step.kind === 'closed').length
    return { sealing, document, casesOpened: cases.length, casesClosed }
  } finally {
    await store.close()
  }
}
