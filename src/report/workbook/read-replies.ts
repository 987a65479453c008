import type { Problem } from '../../core/errors.ts'
import type { Fingerprint, RunId } from '../../core/ids.ts'
import { type Reply, tooLong } from '../../core/rectification.ts'
import { MOVED, problemSheets, type ReturnedRow } from './problem-sheets.ts'

/** A rectification case that a row may answer. */
export interface AnswerableCase {
  readonly id: string
  /** Id and name of its unit. */
  readonly unit: string
  readonly unitName: string
  readonly isOpen: boolean
  /** Everything that the unit has replied so far. */
  readonly replies: readonly Reply[]
}

/** What a workbook of replies is held against. */
export interface KnownCases {
  /** The cases of each sealed run by their findings. */
  readonly runs: ReadonlyMap<RunId, ReadonlyMap<Fingerprint, AnswerableCase>>
  /** Ids or names of the only units that may reply in it; empty = any. */
  readonly units: readonly string[]
}

/** A reply from a workbook. */
export interface ReplyRow {
  readonly case: AnswerableCase
  readonly reply: Reply
  /** The sheet and cell that it was read from: `全部问题!R12`. */
  readonly place: string
}

/** The replies of a workbook that are new, and everything that is wrong with it. */
export interface ReadReplies {
  readonly rows: readonly ReplyRow[]
  readonly problems: readonly Problem[]
  /** Replies that were given before. */
  readonly unchanged: number
  /** Open cases in it that nobody has replied to. */
  readonly unanswered: number
}

const COLUMNS = ['cause', 'measure', 'doneOn', 'responsible']

const plain = ({ cause, measure, doneOn, responsible }: Reply): string =>
  [cause, measure, doneOn ?? '', responsible ?? ''].map((text) => text.replaceAll(/\s/gu, '')).join('\n')

const isGiven = ({ replies }: AnswerableCase, reply: Reply): boolean =>
  replies.some((one) => plain(one) === plain(reply))

/** The case that a row is about, or null where it cannot be told. */
function caseOf({ fingerprint, run, isWhole, reject }: ReturnedRow, { runs }: KnownCases) {
  const cases = runs.get(run)
  if (cases === undefined) {
    const message = `检查“${run}”尚未封存，没有整改事项；请用 portal-audit workbook --period 重新生成 / run ${run} is not sealed, so it has no cases; take the workbook of a sealed period.`
    reject('run', message)
    return null
  }
  const found = cases.get(fingerprint)
  if (found === undefined) {
    const message = `“${fingerprint}”: 该期没有此问题的整改事项 / the period has no case of this fingerprint; take the workbook anew.`
    reject('fingerprint', message)
    return null
  }
  if (isWhole) return found
  reject('check', MOVED)
  return null
}

/** Why a new reply to a case is not taken, and in which column that shows; null when it is. */
function refusalOf(one: AnswerableCase, units: readonly string[]): readonly [string, string] | null {
  if (units.length > 0 && !units.includes(one.unit) && !units.includes(one.unitName)) {
    const message = `“${one.unitName}”不在 --unit 所列单位之内，不能代为反馈；请清空本行的反馈 / the row is of another unit than --unit names; clear its reply.`
    return ['unit', message]
  }
  if (one.isOpen) return null
  return [
    'cause',
    '该问题已销号，无需反馈；请清空本行的反馈 / the case is closed; clear the reply of the row.',
  ]
}

/** What a row says, or null where something is wrong with it. */
function replyIn({ text, day, reject }: ReturnedRow): Reply | null {
  const [cause, measure, responsible, doneWords] = [
    text('cause'),
    text('measure'),
    text('responsible'),
    text('doneOn'),
  ]
  if (cause === '')
    reject('cause', '请填写原因，或清空本行的反馈 / give the cause, or clear the reply of the row.')
  if (measure === '')
    reject('measure', '请填写整改措施，或清空本行的反馈 / give the measure, or clear the reply of the row.')
  const doneOn = day('doneOn')
  const isDay = doneWords === '' || doneOn !== null
  if (!isDay)
    reject(
      'doneOn',
      `“${doneWords}”: 应为日期，如 2026-03-31 / expected a day such as 2026-03-31, or nothing.`,
    )
  const long = ['cause', 'measure', 'responsible'].flatMap((column) => {
    const message = tooLong(text(column))
    return message === null ? [] : [{ column, message }]
  })
  for (const { column, message } of long) reject(column, message)
  if (cause === '' || measure === '' || !isDay || long.length > 0) return null
  return {
    cause,
    measure,
    ...(doneOn === null ? {} : { doneOn }),
    ...(responsible === '' ? {} : { responsible }),
  }
}

/**
 * Reads the replies of units in a problem workbook back, as the program or any spreadsheet has saved it. Problems name
 * sheet and cell. What the unit has replied before is no news, even when it said something else since: a workbook that is
 * sent in again, filled in further, takes nothing back. Never throws.
 */
export function readReplies(file: string, bytes: Uint8Array, known: KnownCases): ReadReplies {
  const problems: Problem[] = []
  const found = new Map<string, ReplyRow>()
  const unanswered = new Set<string>()
  let unchanged = 0
  for (const row of problemSheets(file, bytes, COLUMNS, problems)) {
    if (COLUMNS.every((column) => row.text(column) === '')) {
      const silent = known.runs.get(row.run)?.get(row.fingerprint)
      if (silent?.isOpen && silent.replies.length === 0) unanswered.add(silent.id)
      continue
    }
    const one = caseOf(row, known)
    const reply = replyIn(row)
    if (one === null || reply === null) continue
    if (isGiven(one, reply)) {
      unchanged += 1
      continue
    }
    const refusal = refusalOf(one, known.units)
    const before = found.get(one.id)
    if (refusal !== null) row.reject(...refusal)
    else if (before === undefined) found.set(one.id, { case: one, reply, place: row.at('cause') })
    else if (plain(before.reply) !== plain(reply)) {
      const message = `与 ${before.place} 的反馈不一致 / ${before.place} replies otherwise to the same finding; keep one of the two.`
      row.reject('cause', message)
    }
  }
  const left = [...unanswered].filter((id) => !found.has(id)).length
  return { rows: [...found.values()], problems, unchanged, unanswered: left }
}
