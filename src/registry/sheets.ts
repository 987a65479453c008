import type { Bilingual } from '../core/message.ts'
import type { Heading } from './register.ts'
import { REGISTER_LIST } from './registers.ts'
import { UNIT_HEADINGS, UNITS_FILE, UNITS_SHEET } from './unit-headings.ts'

/** A sheet of the workbook, and the CSV file that holds the same. */
export interface RegisterSheet {
  readonly file: string
  readonly sheet: Bilingual
  readonly headings: readonly Heading[]
}

/** Every sheet of the workbook, the units first. */
export const SHEETS: readonly RegisterSheet[] = [
  { file: UNITS_FILE, sheet: UNITS_SHEET, headings: UNIT_HEADINGS },
  ...REGISTER_LIST.map(([, { file, sheet, headings }]) => ({ file, sheet, headings })),
]

/** What a column for new addresses is called, beside the column of the old ones. */
export const newAddressOf = (heading: Heading): Bilingual => ({
  zh: `新${heading.zh}`,
  en: `new_${heading.id}`,
})

/** The last sheet of a workbook, which says how to fill in the others. */
export const HELP_SHEET = '填写说明'
