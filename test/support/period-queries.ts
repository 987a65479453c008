import type Database from 'better-sqlite3'
import { type PlainRules, type PlainScore, type PlainVerdict, scoresByHand } from './scores-by-hand.ts'

/** Decisions that take findings out of a run: its own, else a dismissal that was the last word before it. */
const TAKEN_OUT = `
  select fingerprint, decision from (
    select review.fingerprint, review.decision,
      row_number() over (
        partition by review.fingerprint
        order by review.run_id = given.id desc, review.at desc, review.number desc
      ) as place,
      review.run_id = given.id as own
    from review
      join run as reviewed on reviewed.id = review.run_id
      join run as given on given.id = ? and reviewed.started_at <= given.started_at
  )
  where place = 1 and (decision = 'dismissed' or (decision = 'deferred' and own))`

interface FindingRow {
  readonly fingerprint: string
  readonly fault: string
  readonly unit_id: string
  readonly check_id: string
}

interface StepRow {
  readonly case_id: string
  readonly number: number
  readonly at: number
  readonly step: string
}

/** How often each key stands in a list. */
export const counted = (keys: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** What the store's own tables say of sealed periods, asked in SQL and with none of the product's code. */
export function periodQueries(database: Database.Database) {
  const rows = <Row>(sql: string, ...values: readonly unknown[]): readonly Row[] =>
    database.prepare(sql).all(...values) as Row[]

  const runOf = (period: string): string =>
    rows<{ run_id: string }>('select run_id from sealing where period = ?', period)[0]?.run_id ?? ''

  const decidedIn = (run: string): ReadonlyMap<string, string> =>
    new Map(
      rows<{ fingerprint: string; decision: string }>(TAKEN_OUT, run).map((one) => [
        one.fingerprint,
        one.decision,
      ]),
    )

  /** The findings of a period, by the store's own tables: those of its run without those that people took out. */
  function findingsOf(period: string): {
    readonly stand: readonly FindingRow[]
    readonly out: readonly string[]
  } {
    const run = runOf(period)
    const decided = decidedIn(run)
    const all = rows<FindingRow>(
      `select finding.fingerprint, finding.fault, verdict.unit_id, verdict.check_id from finding
     join verdict on verdict.run_id = finding.run_id and verdict.position = finding.verdict_position
     where finding.run_id = ?`,
      run,
    )
    return {
      stand: all.filter((one) => !decided.has(one.fingerprint)),
      out: all.flatMap((one) => decided.get(one.fingerprint) ?? []),
    }
  }

  /** The scores of a period's ranked units, worked out from the store's verdicts and what people decided of them. */
  function scoresOf(period: string, rules: PlainRules): readonly PlainScore[] {
    const run = runOf(period)
    const decided = decidedIn(run)
    const found = new Map(
      rows<{ position: number; prints: string }>(
        `select verdict_position as position, group_concat(fingerprint) as prints from finding
       where run_id = ? group by verdict_position`,
        run,
      ).map(({ position, prints }) => [position, prints.split(',')] as const),
    )
    const verdicts = rows<PlainVerdict & { readonly position: number }>(
      `select position, unit_id as unit, item_id as item, rule_id as rule, subject_key as subject, outcome
     from verdict where run_id = ?`,
      run,
    ).map((verdict) => {
      const decisions = (found.get(verdict.position) ?? []).map((print) => decided.get(print))
      if (verdict.outcome !== 'failed' || decisions.includes(undefined)) return verdict
      return { ...verdict, outcome: decisions.includes('deferred') ? 'cantTell' : 'passed' }
    })
    return scoresByHand(verdicts, rules)
  }

  /** Where the cases of one period stood when another was sealed, by their histories alone. */
  function standingsOf(opened: string, sealedAt: number) {
    const ids = rows<{ id: string }>('select id from rectification_case where period = ?', opened)
    const events = rows<StepRow>('select case_id, number, at, step from case_event where at <= ?', sealedAt)
    const standing = ids.map(({ id }) => {
      const steps = events
        .filter((one) => one.case_id === id)
        .sort((a, b) => a.number - b.number)
        .map((one) => JSON.parse(one.step) as { kind: string; because?: string; result?: string })
      const end = steps.find((one) => one.kind === 'closed')
      if (end !== undefined) return end.because === 'fixed' ? 'fixed' : 'withdrawn'
      const appeals = steps.filter((one) => one.kind === 'appealed').length
      if (appeals > steps.filter((one) => one.kind === 'decided').length) return 'appealed'
      return steps.findLast((one) => one.kind === 'rechecked')?.result ?? 'notRechecked'
    })
    return counted(standing)
  }

  return { rows, runOf, findingsOf, scoresOf, standingsOf }
}
