import { type CircularPeriod, periodName } from '../../core/circular-period.ts'
import type { UnitId } from '../../core/ids.ts'
import { hundredths } from '../../score/cents.ts'
import type { UnitReport } from '../audit-report.ts'
import { periodReport } from '../circular/build-circular.ts'
import type { CircularInput } from '../circular/circular-input.ts'
import { isRanked } from '../circular/pass-rate.ts'
import { earlierCases, periodBefore, standingOf } from '../circular/standing.ts'
import type { SealedPeriod } from '../sealed-shape.ts'
import type { Sheet } from './sheet-shape.ts'

/** What the sheets of a period are made from. */
export type SheetInput = Omit<CircularInput, 'calendar' | 'number'>

/** Sheets are numbered by the ids of the units, so that a unit's number does not depend on its rank. */
function numberOf({ period, report }: SealedPeriod, unit: UnitId): string {
  const ids = report.units.map(({ id }) => id).sort()
  return `${period}-${String(ids.indexOf(unit) + 1).padStart(3, '0')}`
}

function unitOf(unit: UnitReport, { report }: SealedPeriod): Sheet['unit'] {
  const complete = isRanked(unit)
  return {
    id: unit.id,
    name: unit.name,
    kind: unit.kind,
    site: unit.site,
    score: complete ? unit.score : null,
    coverage: unit.coverage,
    complete,
    grade: complete ? unit.grade.name : null,
    rank: complete ? unit.rank : null,
    of: report.units.filter(isRanked).length,
    vetoes: unit.vetoes.map((veto) => veto.title),
    unsettled: unit.unsettled.length,
  }
}

function beforeOf(unit: UnitReport, before: SealedPeriod | null): Sheet['before'] {
  const then = before?.report.units.find(({ id }) => id === unit.id)
  if (before === null || then === undefined) return null
  const [now, earlier] = [isRanked(unit) ? unit.score : null, isRanked(then) ? then.score : null]
  return {
    period: periodReport(before),
    score: earlier,
    rank: isRanked(then) ? then.rank : null,
    change: now === null || earlier === null ? null : hundredths(now - earlier),
  }
}

const byDeadline = (a: Sheet['open'][number], b: Sheet['open'][number]): number => {
  const [left, right] = [a.case.dueOn ?? '9999', b.case.dueOn ?? '9999']
  return left === right ? (a.case.id < b.case.id ? -1 : 1) : left < right ? -1 : 1
}

/** A unit's sheet for a period. Throws RangeError for a unit that the period does not have. */
export function buildSheet({ sealed, earlier, office, issuedOn }: SheetInput, id: UnitId): Sheet {
  const { report } = sealed
  const unit = report.units.find((one) => one.id === id)
  if (unit === undefined) throw new RangeError(`${sealed.period} has no unit ${id}.`)
  const before = periodBefore(sealed, earlier)
  const cases = earlierCases(sealed, before)
  const own = [...cases.older, ...cases.last].filter((one) => one.unit === id)
  return {
    schema: 'portal-audit/sheet',
    version: 1,
    city: report.city,
    period: periodReport(sealed),
    edition: sealed.edition,
    replaces: sealed.replaces,
    number: numberOf(sealed, id),
    issuedOn,
    office,
    run: { id: report.run.id, asOf: report.run.asOf, sealedOn: sealed.sealedOn },
    pack: { title: report.pack.title, version: report.pack.version },
    unit: unitOf(unit, sealed),
    before: beforeOf(unit, before),
    findings: unit.findings,
    open: own
      .flatMap((one) => {
        const standing = standingOf(one)
        if (one.state === 'closed' || standing === 'fixed' || standing === 'withdrawn') return []
        return [{ case: one, periodName: periodName(one.period as CircularPeriod), standing }]
      })
      .sort(byDeadline),
    fixed: cases.last.filter((one) => one.unit === id && standingOf(one) === 'fixed').length,
    requirements: { workdays: sealed.rectificationWorkdays, dueOn: sealed.dueOn },
  }
}
