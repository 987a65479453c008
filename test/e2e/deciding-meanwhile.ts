import Database from 'better-sqlite3'
import { type Edges, systemEdges } from '../../src/app/edges.ts'
import type { FindingReport } from '../../src/report/audit-report.ts'

const DISMISS = `
  insert into review (run_id, fingerprint, number, decision, reviewer, reason, measured, at)
  select @run, @fingerprint, coalesce(max(number), 0) + 1, 'dismissed', '王五', '已人工核实', @measured, @at
  from review where run_id = @run and fingerprint = @fingerprint`

/**
 * Edges whose clock, whenever it is read while `times` are left, has somebody in another connection dismiss a finding of a
 * run: in `seal` that is after the run was judged and before anything is written.
 */
export function decidingMeanwhile(
  store: string,
  run: string,
  { fingerprint, measured }: FindingReport,
  times: number,
): Edges {
  let left = times
  const now = (): number => {
    const at = systemEdges.now()
    if (left === 0) return at
    left -= 1
    const database = new Database(store)
    database.prepare(DISMISS).run({ run, fingerprint, measured, at })
    database.close()
    return at
  }
  return { ...systemEdges, now }
}
