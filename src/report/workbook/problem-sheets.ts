import type { Problem } from '../../core/errors.ts'
import type { Fingerprint } from '../../core/ids.ts'
import { readSheets } from '../../registry/workbook/read-sheets.ts'
import { rowCheck } from './row-check.ts'
import { type ProblemSheetRow, problemSheet } from './sheet-rows.ts'

/** A row of a problem workbook as it comes back. */
export interface ReturnedRow extends ProblemSheetRow {
  readonly fingerprint: Fingerprint
  readonly run: string
  /** Whether the row is still what the program wrote: words in it belong to its fingerprint. */
  readonly isWhole: boolean
  /** The sheet and cell of a column: `全部问题!O12`. */
  at(column: string): string
  /** Notes that a column's cell is wrong. */
  reject(column: string, message: string): void
}

/** Words of a row that is not what it was. */
export const MOVED =
  '本行内容与隐藏的指纹对不上，可能只排序了部分列 / the row does not belong to its hidden fingerprint, as when some columns are sorted without the others; take the workbook anew.'

const NO_SHEET =
  '没有问题清单 / it holds no list of problems; take one that portal-audit workbook wrote, with its hidden columns.'

function returned(
  row: ProblemSheetRow,
  sheet: string,
  reject: (place: string, message: string) => void,
): ReturnedRow {
  const at = (column: string): string => `${sheet}!${row.place(column)}`
  const fingerprint = row.text('fingerprint').toLowerCase()
  const run = row.text('run')
  const [unit, item, subject, address] = ['unit', 'item', 'subject', 'address'].map(row.text)
  const cells = { unit: unit ?? '', item: item ?? '', subject: subject ?? '', address: address ?? '' }
  return {
    ...row,
    fingerprint,
    run,
    isWhole: row.text('check').toLowerCase() === rowCheck({ run, fingerprint, ...cells }),
    at,
    reject: (column, message) => reject(at(column), message),
  }
}

/** Whether the columns of a row that are read back can be read; notes each that cannot. */
function isReadable(row: ReturnedRow, wanted: readonly string[]): boolean {
  const faults = wanted.flatMap((column) => {
    const message = row.fault(column)
    return message === null ? [] : [{ column, message }]
  })
  for (const { column, message } of faults) row.reject(column, message)
  return faults.length === 0
}

/**
 * The rows of every sheet of problems in a workbook, sheet by sheet, as the program or any spreadsheet has saved it.
 * `wanted`: the columns that are read back. What is wrong goes to `problems` with `file`, sheet and cell; a file that holds
 * no problems at all has no rows, and a row of which something cannot be read is left out. Never throws.
 */
export function problemSheets(
  file: string,
  bytes: Uint8Array,
  wanted: readonly string[],
  problems: Problem[],
): readonly ReturnedRow[] {
  const read = readSheets(bytes)
  if (!read.ok) {
    problems.push({ file, message: read.message })
    return []
  }
  const found = read.sheets.map((sheet) => ({ name: sheet.name, ...problemSheet(sheet, wanted) }))
  if (found.every(({ kind }) => kind === 'other')) problems.push({ file, message: NO_SHEET })
  return found.flatMap((sheet) => {
    const reject = (place: string, message: string): void => {
      problems.push({ file: `${file} ${place}`, message })
    }
    if (sheet.kind === 'rows') {
      return sheet.rows
        .map((row) => returned(row, sheet.name, reject))
        .filter((row) => isReadable(row, wanted))
    }
    if (sheet.kind === 'incomplete') {
      const message = `缺少列 ${sheet.missing.join('、')}（可能被删除）/ columns are missing; take the workbook anew.`
      reject(`${sheet.name}!A${sheet.header}`, message)
    }
    return []
  })
}
