import type { Problem } from '../../core/errors.ts'
import type { Fingerprint, RunId } from '../../core/ids.ts'
import { DECISIONS, type Decision } from '../../core/review.ts'
import { halfWidth } from '../../registry/cell-text.ts'
import { readSheets } from '../../registry/workbook/read-sheets.ts'
import type { Labels } from '../labels.ts'
import { decisionWords } from './columns.ts'
import { rowCheck } from './row-check.ts'
import { type ProblemSheetRow, problemSheet } from './sheet-rows.ts'

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

const NO_SHEET =
  '没有问题清单 / it holds no list of problems; take one that portal-audit workbook wrote, with its hidden columns.'
const NO_REVIEWER = '有结论的须写明复核人 / a decision needs its reviewer; fill it in.'
const NO_REASON = '不属实、暂缓须写明理由 / a dismissal or deferral needs a reason; fill it in.'
const MOVED =
  '本行内容与隐藏的指纹对不上，可能只排序了部分列 / the row does not belong to its hidden fingerprint, as when some columns are sorted without the others; take the workbook anew.'

const decisionOf = (text: string, labels: Labels): Decision | null => {
  const word = halfWidth(text).toLowerCase()
  return (
    DECISIONS.find((one, at) => [one, decisionWords(labels)[at], labels.decision[one]?.en].includes(word)) ??
    null
  )
}

const same = (a: StandingDecision, b: StandingDecision): boolean =>
  a.decision === b.decision && a.reviewer === b.reviewer && a.reason === b.reason

type Reject = (row: ProblemSheetRow, column: string, message: string) => void

/** A row's finding, or null where it cannot be told. */
function findingOf(row: ProblemSheetRow, known: KnownFindings, reject: Reject): Fingerprint | null {
  const fingerprint = row.text('fingerprint').toLowerCase()
  const run = row.text('run')
  if (run !== known.run) {
    const message = `属于检查“${run}”，现复核的是 ${known.run} / it is about run ${run}, not ${known.run}; name the run with --run, or take the workbook anew.`
    reject(row, 'run', message)
    return null
  }
  if (!known.findings.has(fingerprint)) {
    const message = `“${fingerprint}”: 本次检查没有此指纹 / the run has no such fingerprint; take the workbook anew.`
    reject(row, 'fingerprint', message)
    return null
  }
  const [unit, item, subject, address] = ['unit', 'item', 'subject', 'address'].map(row.text)
  const cells = {
    run,
    fingerprint,
    unit: unit ?? '',
    item: item ?? '',
    subject: subject ?? '',
    address: address ?? '',
  }
  if (row.text('check').toLowerCase() === rowCheck(cells)) return fingerprint
  reject(row, 'check', MOVED)
  return null
}

/** A row's decision, or null where something is wrong with it. */
function decidedIn(row: ProblemSheetRow, labels: Labels, reject: Reject): StandingDecision | null {
  const words = row.text('decision')
  const decision = decisionOf(words, labels)
  if (decision === null) {
    const expected = decisionWords(labels).join('、')
    reject(
      row,
      'decision',
      `“${words}”: 应为以下之一：${expected} / expected one of: ${DECISIONS.join(', ')}.`,
    )
    return null
  }
  const [reviewer, reason] = [row.text('reviewer'), row.text('reason')]
  if (reviewer === '') reject(row, 'reviewer', NO_REVIEWER)
  const unexplained = decision !== 'confirmed' && reason === ''
  if (unexplained) reject(row, 'reason', NO_REASON)
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
  const refused = (message: string): ReadDecisions => ({
    rows: [],
    problems: [...problems, { file, message }],
    unchanged: 0,
    undecided: 0,
  })
  const read = readSheets(bytes)
  if (!read.ok) return refused(read.message)
  let [sheets, unchanged] = [0, 0]
  const undecided = new Set<string>()
  for (const { name, ...rest } of read.sheets) {
    const sheet = problemSheet({ name, ...rest })
    if (sheet.kind === 'other') continue
    sheets += 1
    if (sheet.kind === 'incomplete') {
      const message = `缺少列 ${sheet.missing.join('、')}（可能被删除）/ columns are missing; take the workbook anew.`
      problems.push({ file: `${file} ${name}!A${sheet.header}`, message })
      continue
    }
    const reject: Reject = (row, column, message) => {
      problems.push({ file: `${file} ${name}!${row.place(column)}`, message })
    }
    for (const row of sheet.rows) {
      if (row.text('decision') === '') {
        if (row.text('fingerprint') !== '') undecided.add(row.text('fingerprint'))
        continue
      }
      const fingerprint = findingOf(row, known, reject)
      const decided = decidedIn(row, labels, reject)
      if (fingerprint === null || decided === null) continue
      const standing = known.findings.get(fingerprint) ?? null
      if (standing !== null && same(standing, decided)) {
        unchanged += 1
        continue
      }
      const before = found.get(fingerprint)
      const place = `${name}!${row.place('decision')}`
      if (before !== undefined && !same(before, decided)) {
        const message = `与 ${before.place} 的结论、复核人或理由不一致 / ${before.place} says otherwise of the same finding; keep one of the two.`
        reject(row, 'decision', message)
      } else if (before === undefined)
        found.set(fingerprint, { ...decided, fingerprint, run: known.run, place })
    }
  }
  if (sheets === 0) return refused(NO_SHEET)
  const rows = [...found.values()]
  const left = [...undecided].filter((one) => !found.has(one) && !known.findings.get(one)).length
  return { rows, problems, unchanged, undecided: left }
}
