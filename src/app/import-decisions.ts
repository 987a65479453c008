import { InputError } from '../core/errors.ts'
import type { Decision } from '../core/review.ts'
import { readDecisions, type StandingDecision } from '../report/workbook/read-decisions.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import type { ListedFinding, ReviewState } from './find-findings.ts'
import { bytesOf } from './read-bytes.ts'
import { type Choose, type Decided, decide } from './review.ts'
import { readTemplates } from './templates.ts'

/** What reading a workbook's decisions back ends with. */
export interface ImportedDecisions extends Decided {
  /** Rows that nobody has decided on. */
  readonly undecided: number
}

const isDecision = (state: ReviewState): state is Decision => state !== 'pending' && state !== 'lapsed'

const standing = ({ state, reviewer, reason }: ListedFinding): StandingDecision | null =>
  isDecision(state) ? { decision: state, reviewer, reason } : null

/**
 * Notes the decisions of a problem workbook: all of them or none. Throws {@link InputError} with sheet and cell of whatever
 * is wrong, and of decisions that contradict those that were noted before unless `replace` says so.
 */
export async function importDecisions(
  config: Config,
  run: string,
  file: string,
  replace: boolean,
  edges: Edges,
): Promise<ImportedDecisions> {
  const bytes = await bytesOf(file)
  const { labels } = await readTemplates(config.templates ?? undefined)
  const places = new Map<string, string>()
  let undecided = 0
  const choose: Choose = (listed, id) => {
    const findings = new Map(listed.map((one) => [one.finding.fingerprint, standing(one)]))
    const read = readDecisions(file, bytes, labels, { run: id, findings })
    if (read.problems.length > 0) throw new InputError(read.problems)
    for (const { fingerprint, place } of read.rows) places.set(fingerprint, `${file} ${place}`)
    undecided = read.undecided
    return read.rows
  }
  try {
    return { ...(await decide(config, run, choose, replace, edges)), undecided }
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault
    const placed = fault.problems.map((one) => ({ ...one, file: places.get(one.file) ?? one.file }))
    throw new InputError(placed, fault.exitCode)
  }
}
