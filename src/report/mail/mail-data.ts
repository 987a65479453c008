import type { Bilingual } from '../../core/message.ts'
import type { CaseReport } from '../case-shape.ts'
import type { Office } from '../circular/office.ts'
import type { Sheet } from '../sheet/sheet-shape.ts'

/** What the mail of a sheet is made from: the sheet, and what moved since the unit was last told. */
export type SheetMailData = Sheet & {
  readonly since: {
    /** Null the first time. */
    readonly periodName: string | null
    readonly new: number
    readonly fixed: number
  }
}

/** What a mail about overdue cases is made from. */
export interface OverdueMailData {
  readonly office: Office
  readonly unit: { readonly name: string }
  readonly rankName: Bilingual
  readonly periodName: Bilingual
  readonly dueOn: string
  readonly overdueWorkdays: number
  readonly cases: readonly CaseReport[]
}
