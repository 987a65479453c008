import type { Kysely, Selectable } from 'kysely'
import type { Address } from '../core/address.ts'
import type { RunId } from '../core/ids.ts'
import type { MessageData } from '../core/message.ts'
import type { Evidence, Finding, Reason, Verdict } from '../core/verdict.ts'
import { chunksOf } from './chunks.ts'
import type { FindingTable, Tables, VerdictTable } from './tables.ts'

const verdictRow = (run: RunId, verdict: Verdict, position: number) => ({
  run_id: run,
  position,
  rule_id: verdict.rule,
  check_id: verdict.check,
  unit_id: verdict.unit,
  item_id: verdict.item,
  subject_kind: verdict.subject.kind,
  subject_key: verdict.subject.key,
  subject_label: verdict.subject.label,
  subject_address: verdict.subject.address,
  outcome: verdict.outcome,
  reason: verdict.reason === null ? null : JSON.stringify(verdict.reason),
})

const findingRow = (run: RunId, verdictPosition: number, finding: Finding, position: number) => ({
  run_id: run,
  verdict_position: verdictPosition,
  position,
  fingerprint: finding.fingerprint,
  fault: finding.fault,
  message: finding.message,
  data: JSON.stringify(finding.data),
  address: finding.address,
  evidence: JSON.stringify(finding.evidence),
})

const findingOf = (row: Selectable<FindingTable>): Finding => ({
  fingerprint: row.fingerprint,
  fault: row.fault,
  message: row.message,
  data: JSON.parse(row.data) as MessageData,
  address: row.address as Address | null,
  evidence: JSON.parse(row.evidence) as readonly Evidence[],
})

const verdictOf = (row: Selectable<VerdictTable>, findings: readonly Finding[]): Verdict => ({
  rule: row.rule_id,
  check: row.check_id,
  unit: row.unit_id,
  item: row.item_id,
  subject: {
    kind: row.subject_kind,
    key: row.subject_key,
    label: row.subject_label,
    address: row.subject_address as Address | null,
  },
  outcome: row.outcome,
  reason: row.reason === null ? null : (JSON.parse(row.reason) as Reason),
  findings,
})

/** Replaces the verdicts and findings of a run, all of them or none. */
export async function replaceVerdicts(
  database: Kysely<Tables>,
  run: RunId,
  verdicts: readonly Verdict[],
): Promise<void> {
  const verdictRows = verdicts.map((verdict, position) => verdictRow(run, verdict, position))
  const findingRows = verdicts.flatMap((verdict, at) =>
    verdict.findings.map((finding, position) => findingRow(run, at, finding, position)),
  )
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('finding').where('run_id', '=', run).execute()
    await transaction.deleteFrom('verdict').where('run_id', '=', run).execute()
    for (const chunk of chunksOf(verdictRows)) await transaction.insertInto('verdict').values(chunk).execute()
    for (const chunk of chunksOf(findingRows)) await transaction.insertInto('finding').values(chunk).execute()
  })
}

/** The verdicts of a run in the order in which they were given, read in one go while others may write. */
export async function readVerdicts(database: Kysely<Tables>, run: RunId): Promise<readonly Verdict[]> {
  const reading = database.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')
  const { verdicts, findings } = await reading.execute(async (transaction) => ({
    verdicts: await transaction
      .selectFrom('verdict')
      .selectAll()
      .where('run_id', '=', run)
      .orderBy('position')
      .execute(),
    findings: await transaction
      .selectFrom('finding')
      .selectAll()
      .where('run_id', '=', run)
      .orderBy('verdict_position')
      .orderBy('position')
      .execute(),
  }))
  const byVerdict = new Map<number, Finding[]>()
  for (const row of findings) {
    const list = byVerdict.get(row.verdict_position)
    if (list === undefined) byVerdict.set(row.verdict_position, [findingOf(row)])
    else list.push(findingOf(row))
  }
  return verdicts.map((row) => verdictOf(row, byVerdict.get(row.position) ?? []))
}
