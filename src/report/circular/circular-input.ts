import type { Day } from '../../core/day.ts'
import type { WorkCalendar } from '../../core/work-calendar.ts'
import type { SealedPeriod } from '../sealed-shape.ts'
import type { Office } from './office.ts'

/** What a circular is made from. */
export interface CircularInput {
  readonly sealed: SealedPeriod
  /** Earlier sealed periods, the oldest first, the newest edition of each. */
  readonly earlier: readonly SealedPeriod[]
  readonly calendar: WorkCalendar
  readonly office: Office
  /** The serial number of the document in its year; null while it has none. */
  readonly number: number | null
  /** 成文日期. */
  readonly issuedOn: Day
}
