import type { Problem } from '../../core/errors.ts'
import type { Fingerprint, RunId } from '../../core/ids.ts'
import { DECISIONS, type Decision } from '../../core/review.ts'
import { halfWidth } from '../../registry/cell-text.ts'
import type { Labels } from '../labels.ts'
import { decisionWords } from './columns.ts'
import { MOVED, problemSheets, type ReturnedRow } from './problem-sheets.ts'

/** What was decided of a finding. */
export interface StandingDecision {
  readonly decision: Decision
  readonly reviewer: string
  readonly reason: string
}

/** A decision from a workbook. */
export interface DecisionRow extends StandingDecision {
  readonly fingerprint: Fingerprint
  readonly run: RunId
  /** The sheet and cell that it was read from: `全部问题!O12`. */
  readonly place: string
}

/** What a workbook is held against. */
export interface KnownFindings {
  readonly run: RunId
  /** Every finding of the run with the decision that stands; null for none. */
  readonly findings: ReadonlyMap<Fingerprint, StandingDecision | null>
}

/** The decisions of a workbook that are new, and everything that is wrong with it. */
export interface ReadDecisions {
  readonly rows: readonly DecisionRow[]
  readonly problems: readonly Problem[]
  /** Decisions that stood already. */
  readonly unchanged: number
  /** Rows without a decision. */
  readonly undecided: number
}

const NO_REVIEWER = '有结论的须写明复核人 / a decision needs its reviewer; fill it in.'
const NO_REASON = '不属实、暂缓须写明理由 / a dismissal or deferral needs a reason; fill it in.'

const decisionOf = (text: string, labels: Labels): Decision | null => {
  const word = halfWidth(text).toLowerCase()
  return (
    DECISIONS.find((one, at) => [one, decisionWords(labels)[at], labels.decision[one]?.en].includes(word)) ??
    null
  )
}

const same = (a: StandingDecision, b: StandingDecision): boolean =>
  a.decision === b.decision && a.reviewer === b.reviewer && a.reason === b.reason

/** A row's finding, or null where it cannot be told. */
function findingOf({ fingerprint, run, isWhole, reject }: ReturnedRow, known: KnownFindings) {
  if (run !== known.run) {
    const message = `属于检查“${run}”，现复核的是 ${known.run} / it is about run ${run}, not ${known.run}; name the run with --run, or take the workbook anew.`
    reject('run', message)
    return null
  }
  if (!known.findings.has(fingerprint)) {
    const message = `“${fingerprint}”: 本次检查没有此指纹 / the run has no such fingerprint; take the workbook anew.`
    reject('fingerprint', message)
    return null
  }
  if (isWhole) return fingerprint
  reject('check', MOVED)
  return null
}

/** A row's decision, or null where something is wrong with it. */
function decidedIn({ text, reject }: ReturnedRow, labels: Labels): StandingDecision | null {
  const words = text('decision')
  const decision = decisionOf(words, labels)
  if (decision === null) {
    const expected = decisionWords(labels).join('、')
    reject('decision', `“${words}”: 应为以下之一：${expected} / expected one of: ${DECISIONS.join(', ')}.`)
    return null
  }
  const [reviewer, reason] = [text('reviewer'), text('reason')]
  if (reviewer === '') reject('reviewer', NO_REVIEWER)
  const unexplained = decision !== 'confirmed' && reason === ''
  if (unexplained) reject('reason', NO_REASON)
  return reviewer === '' || unexplained ? null : { decision, reviewer, reason }
}

/**
 * Reads the decisions of a problem workbook back, as the program or any spreadsheet has saved it. Problems name sheet and
 * cell. A decision that stands already is no news, so that whoever decides anew need not do it on two sheets. Never throws.
 */
export function readDecisions(
  file: string,
  bytes: Uint8Array,
  labels: Labels,
  known: KnownFindings,
): ReadDecisions {
  const problems: Problem[] = []
  const found = new Map<Fingerprint, DecisionRow>()
  const undecided = new Set<Fingerprint>()
  let unchanged = 0
  for (const row of problemSheets(file, bytes, ['decision', 'reviewer', 'reason'], problems)) {
    if (row.text('decision') === '') {
      if (row.fingerprint !== '') undecided.add(row.fingerprint)
      continue
    }
    const fingerprint = findingOf(row, known)
    const decided = decidedIn(row, labels)
    if (fingerprint === null || decided === null) continue
    const standing = known.findings.get(fingerprint) ?? null
    if (standing !== null && same(standing, decided)) {
      unchanged += 1
      continue
    }
    const before = found.get(fingerprint)
    if (before === undefined)
      found.set(fingerprint, { ...decided, fingerprint, run: known.run, place: row.at('decision') })
    else if (!same(before, decided)) {
      const message = `与 ${before.place} 的结论、复核人或理由不一致 / ${before.place} says otherwise of the same finding; keep one of the two.`
      row.reject('decision', message)
    }
  }
  const left = [...undecided].filter((one) => !found.has(one) && !known.findings.get(one)).length
  return { rows: [...found.values()], problems, unchanged, undecided: left }
}
