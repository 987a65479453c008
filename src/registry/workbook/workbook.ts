import type { Day } from '../../core/day.ts'
import type { CellPlace } from './cell-place.ts'
import type { Merge } from './sheet-cells.ts'

/** What a cell holds. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` as it is shown, as far as its format says; `day` where the number may be a day without saying so. */
  | { readonly kind: 'number'; readonly text: string; readonly day: Day | null }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'fault'; readonly message: string }

/** A cell that holds something. */
export interface Cell extends CellPlace {
  readonly value: Value
  /** Where its link leads, if it has one. */
  readonly link: string | null
}

/** A sheet, hidden or not. */
export interface Sheet {
  readonly name: string
  readonly cells: readonly Cell[]
  readonly merges: readonly Merge[]
}
