import { InputError } from '../../core/errors.ts'
import type { ItemId } from '../../core/ids.ts'
import { halfWidth, oneLine } from '../cell-text.ts'
import { HELP_SHEET, SHEETS } from '../sheets.ts'
import { readSheets } from './read-sheets.ts'
import { registerRows, type SheetRows } from './register-rows.ts'

/** The registers that a workbook holds, and the sheets in it that are neither registers nor our own help. */
export interface ReadWorkbook {
  readonly sheets: readonly SheetRows[]
  readonly others: readonly string[]
}

const nameOf = (text: string): string => halfWidth(oneLine(text)).toLowerCase()

/**
 * Reads the registers of a workbook. Sheets are known by their names, in Chinese or English, hidden or not. Throws
 * {@link InputError} for a file that is no workbook, one without a register, and with every cell that cannot be read.
 */
export function readWorkbook(file: string, bytes: Uint8Array, items: ReadonlySet<ItemId>): ReadWorkbook {
  const read = readSheets(bytes)
  if (!read.ok) throw new InputError([{ file, message: read.message }])
  const registerOf = (name: string) => SHEETS.find(({ sheet }) => [sheet.zh, sheet.en].includes(nameOf(name)))
  const sheets = read.sheets.flatMap((sheet) => {
    const register = registerOf(sheet.name)
    return register === undefined ? [] : [registerRows(file, sheet, register, items)]
  })
  if (sheets.length === 0) {
    const expected = SHEETS.map(({ sheet }) => sheet.zh).join('、')
    const message = `没有登记表 / it has no register; expected sheets named ${expected}.`
    throw new InputError([{ file, message }])
  }
  const problems = sheets.flatMap((sheet) => sheet.problems)
  if (problems.length > 0) throw new InputError(problems)
  const others = read.sheets
    .map(({ name }) => name)
    .filter((name) => registerOf(name) === undefined && nameOf(name) !== HELP_SHEET)
  return { sheets, others }
}
