import { type Day, dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { CaseStep, RectificationCase } from '../core/rectification.ts'
import type { CirculatedFinding } from '../period/case-report.ts'
import { caseState, historiesOf, historyOf, refusalOf } from '../period/case-state.ts'
import type { CaseReport } from '../report/case-shape.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import { caseReports } from './case-reports.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { loadPackOf } from './inputs.ts'
import { mustExist } from './must-exist.ts'
import { entriesOf } from './seal-cases.ts'
import { sealedDocument } from './sealed-periods.ts'

/** Which cases are meant; a part that is empty fits all. */
export interface CaseFilter {
  /** Ids of cases, fingerprints, or the first digits of these. */
  readonly cases: readonly string[]
  /** Ids or names of units. */
  readonly units: readonly string[]
  readonly onlyOpen: boolean
}

/** Histories are written so often when somebody else writes to them at the same moment. */
const TRIES = 20

/** The finding of every case, as it was circulated when the case was opened. */
export async function circulatedFindings(
  store: PeriodStore,
): Promise<ReadonlyMap<string, CirculatedFinding>> {
  const found = new Map<string, CirculatedFinding>()
  for (const sealing of await store.sealings())
    for (const one of (await sealedDocument(store, sealing)).cases) found.set(one.id, one)
  return found
}

const means = (digits: string, one: Pick<RectificationCase, 'id' | 'fingerprint'>): boolean =>
  one.id === digits || one.fingerprint.startsWith(digits.toLowerCase())

const fits = (one: CaseReport, { cases, units, onlyOpen }: CaseFilter): boolean =>
  (cases.length === 0 || cases.some((digits) => means(digits, one))) &&
  (units.length === 0 || units.includes(one.unit) || units.includes(one.unitName)) &&
  (!onlyOpen || one.state === 'open')

/** Cases as they stand on a day, today in Asia/Shanghai unless given. Throws {@link InputError} for a missing database. */
export async function listCases(
  config: Config,
  filter: CaseFilter,
  edges: Edges,
): Promise<readonly CaseReport[]> {
  await mustExist(config.store)
  const { calendar } = await loadPackOf(config)
  const on: Day = config.asOf ?? dayAt(edges.now())
  const store = await openPeriodStore(config.store)
  try {
    const [cases, events] = [await store.cases(), await store.caseEvents()]
    const all = caseReports(cases, events, await circulatedFindings(store), on, calendar)
    return all.filter((one) => fits(one, filter))
  } finally {
    await store.close()
  }
}

/** The one case that is meant: by its id, else the newest of that fingerprint. */
function theCase(cases: readonly RectificationCase[], digits: string): RectificationCase {
  const found = cases.filter((one) => means(digits, one))
  const newest = found.at(-1)
  if (newest !== undefined && new Set(found.map((one) => one.fingerprint)).size === 1) return newest
  const message =
    newest === undefined
      ? '没有这个整改事项；请用 case list 查看 / there is no such case; see case list.'
      : `对应 ${found.length} 个整改事项，请多写几位 / fits ${found.length} cases; give more digits.`
  throw new InputError([{ file: digits, message }], EXIT.usage)
}

/**
 * Adds steps to a case's history. Throws {@link InputError} (usage) for an unknown case, nobody, or a step that may not
 * follow; nothing is written then.
 */
export async function addToCase(
  config: Config,
  digits: string,
  steps: readonly CaseStep[],
  by: string,
  edges: Edges,
): Promise<RectificationCase> {
  await mustExist(config.store)
  if (by.trim() === '')
    throw new InputError(
      [{ file: digits, message: '请用 --by 写明经办人 / name who it was with --by.' }],
      EXIT.usage,
    )
  const store = await openPeriodStore(config.store)
  try {
    for (let left = TRIES; left > 0; left -= 1) {
      const one = theCase(await store.cases(), digits)
      const history = historyOf(historiesOf(await store.caseEvents()), one)
      const entries = entriesOf(one, history, steps, { at: edges.now(), by: by.trim() })
      for (const [at, { step }] of entries.entries()) {
        const refusal = refusalOf(caseState([...history, ...entries.slice(0, at)]), step)
        if (refusal !== null)
          throw new InputError([{ file: one.id, message: `${refusal.zh} / ${refusal.en}.` }], EXIT.usage)
      }
      if ((await store.addCaseEvents(entries)).ok) return one
    }
    const message =
      '其他人正在登记同一事项，未写入；请重试 / others keep writing to this case, nothing was written; try again.'
    throw new InputError([{ file: digits, message }], EXIT.cannotCreate)
  } finally {
    await store.close()
  }
}
