import { type Address, toAddress } from '../core/address.ts'
import type { Reachability } from '../facts/reachability.ts'
import type { Change } from '../registry/merge-rows.ts'
import { SHEETS } from '../registry/sheets.ts'
import type { SheetRows } from '../registry/workbook/register-rows.ts'

/** An address that an import brings, and the change that brings it. */
export interface NewAddress {
  readonly change: Change
  readonly address: Address
}

/** What asking for a new address has brought. */
export interface CheckedAddress extends NewAddress {
  readonly state: Reachability['state']
  readonly cause: string
}

const MOVING = new Map(
  SHEETS.map(({ file, headings }) => [
    file,
    headings.flatMap((heading) => (heading.moves === true ? [heading.id] : [])),
  ]),
)

/** The addresses that changes bring: of a cell that changes, or all those of a row that is added. */
export function newAddresses(
  changes: readonly Change[],
  sheets: readonly SheetRows[],
): readonly NewAddress[] {
  return changes.flatMap((change): readonly NewAddress[] => {
    const moving = MOVING.get(change.file) ?? []
    const row = sheets
      .find((sheet) => sheet.file === change.file)
      ?.rows.find((one) => one.cells.id === change.id)
    const columns = change.from === null ? moving : moving.filter((column) => column === change.column)
    return columns.flatMap((column) => {
      const address = toAddress(row?.cells[column] ?? '')
      return address === null || change.to === null ? [] : [{ change, address }]
    })
  })
}
