import { EXIT, InputError } from '../core/errors.ts'
import type { Fingerprint, RunId } from '../core/ids.ts'
import type { CaseEvent, CaseStep, RectificationCase, Reply } from '../core/rectification.ts'
import { caseState, historiesOf, historyOf } from '../period/case-state.ts'
import { type AnswerableCase, readReplies } from '../report/workbook/read-replies.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import { circulatedFindings } from './cases.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { mustExist } from './must-exist.ts'
import { bytesOf } from './read-bytes.ts'
import { entriesOf } from './seal-cases.ts'

/** What reading a workbook's replies back ends with. */
export interface ImportedReplies {
  readonly added: readonly CaseEvent[]
  /** Rows whose reply was noted before. */
  readonly unchanged: number
  /** Open cases in the workbook that nobody has replied to. */
  readonly unanswered: number
}

/** Replies are written so often when somebody else writes to the same cases at the same moment. */
const TRIES = 20

const repliesIn = (history: readonly CaseEvent[]): readonly Reply[] =>
  history.flatMap(({ step }) => (step.kind === 'replied' ? [step] : []))

/** The cases that a workbook of each sealed run is about: of every finding the newest that was opened by then. */
function casesByRun(
  sealedAt: ReadonlyMap<RunId, number>,
  cases: readonly RectificationCase[],
  answerable: (one: RectificationCase) => AnswerableCase,
): ReadonlyMap<RunId, ReadonlyMap<Fingerprint, AnswerableCase>> {
  const oldestFirst = cases.toSorted((a, b) => a.openedAt - b.openedAt)
  const byRun = [...sealedAt].map(([run, at]) => {
    const opened = oldestFirst.filter(({ openedAt }) => openedAt <= at)
    return [run, new Map(opened.map((one) => [one.fingerprint, answerable(one)]))] as const
  })
  return new Map(byRun)
}

function refuseStrangers(units: readonly string[], known: Iterable<AnswerableCase>): void {
  const names = new Set([...known].flatMap(({ unit, unitName }) => [unit, unitName]))
  const problems = units
    .filter((unit) => !names.has(unit))
    .map((unit) => ({
      file: '--unit',
      message: `“${unit}”没有整改事项；请用 case list 查看 / ${unit} has no cases; see case list.`,
    }))
  if (problems.length > 0) throw new InputError(problems, EXIT.usage)
}

async function eventsFor(
  store: PeriodStore,
  file: string,
  bytes: Uint8Array,
  units: readonly string[],
  at: number,
): Promise<ImportedReplies> {
  const [cases, histories] = [await store.cases(), historiesOf(await store.caseEvents())]
  const circulated = await circulatedFindings(store)
  const sealings = await store.sealings()
  const answerable = (one: RectificationCase): AnswerableCase => {
    const history = historyOf(histories, one)
    const unitName = circulated.get(one.id)?.unitName ?? one.unit
    return {
      id: one.id,
      unit: one.unit,
      unitName,
      isOpen: caseState(history).isOpen,
      replies: repliesIn(history),
    }
  }
  refuseStrangers(units, cases.map(answerable))
  const runs = casesByRun(new Map(sealings.map(({ run, sealedAt }) => [run, sealedAt])), cases, answerable)
  const { rows, problems, unchanged, unanswered } = readReplies(file, bytes, { runs, units })
  if (problems.length > 0) throw new InputError(problems)
  const byId = new Map(cases.map((one) => [one.id, one]))
  const added = rows.flatMap(({ case: { id, unitName }, reply }) => {
    const one = byId.get(id)
    const step: CaseStep = { kind: 'replied', ...reply }
    return one === undefined ? [] : entriesOf(one, historyOf(histories, one), [step], { at, by: unitName })
  })
  return { added, unchanged, unanswered }
}

/**
 * Notes the replies of a problem workbook in the histories of its cases, each as its unit's: all of them or none. What was
 * noted before is left alone, so that the same workbook may be read again. `units`: ids or names of the only units that may
 * reply in it; empty = any. Throws {@link InputError} with sheet and cell of whatever is wrong.
 */
export async function importReplies(
  config: Config,
  file: string,
  units: readonly string[],
  edges: Edges,
): Promise<ImportedReplies> {
  const bytes = await bytesOf(file)
  await mustExist(config.store)
  const store = await openPeriodStore(config.store)
  try {
    for (let left = TRIES; left > 0; left -= 1) {
      const read = await eventsFor(store, file, bytes, units, edges.now())
      if (read.added.length === 0 || (await store.addCaseEvents(read.added)).ok) return read
    }
  } finally {
    await store.close()
  }
  const message =
    '其他人正在登记同一批事项，未写入；请重试 / others keep writing to these cases, nothing was written; try again.'
  throw new InputError([{ file, message }], EXIT.cannotCreate)
}
