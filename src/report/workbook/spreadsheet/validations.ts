import { xml } from '../../xml.ts'
import type { SheetColumn } from './sheet.ts'

const REFUSED = '请从下拉列表中选择。/ Choose one of the list.'

/** A prompt may have 255 signs. */
const promptOf = (prompt: string | undefined): string =>
  prompt === undefined ? '' : ` showInputMessage="1" prompt="${xml(prompt.slice(0, 255))}"`

/** The drop-down lists and prompts of a sheet, over the rows of its body. */
export function validations(
  columns: readonly SheetColumn[],
  lettersOf: (column: number) => string,
  lastRow: number,
): string {
  const rules = columns.flatMap(({ choice, prompt }, at) => {
    if (choice === undefined && prompt === undefined) return []
    const letters = lettersOf(at + 1)
    const range = `sqref="${letters}2:${letters}${Math.max(2, lastRow)}"`
    if (choice === undefined) return `<dataValidation allowBlank="1"${promptOf(prompt)} ${range}/>`
    const words = `"${choice.words.map((word) => word.replaceAll(/[",]/g, ' ')).join(',')}"`
    const strict = choice.strict ? ` showErrorMessage="1" errorStyle="stop" error="${xml(REFUSED)}"` : ''
    return `<dataValidation type="list" allowBlank="1"${strict}${promptOf(prompt)} ${range}><formula1>${xml(words)}</formula1></dataValidation>`
  })
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}
