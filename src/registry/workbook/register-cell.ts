import type { ItemId } from '../../core/ids.ts'
import { halfWidth, oneLine } from '../cell-text.ts'
import type { Heading } from '../register.ts'
import { looseDay } from './loose-day.ts'
import type { Cell, Value } from './workbook.ts'

/** A cell as the CSV file would have it, or what is wrong with it. */
export type RegisterCell =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string }

const DATE_FOR_ITEM =
  '责任事项编号被表格软件变成了日期 / the spreadsheet has turned the id into a date; format the cell as text and type it again.'
const CUT_ITEM = (item: ItemId): string =>
  `数值 ${item} 可能是 ${item}0 / the cell holds a number, so that ${item}0 would look the same; format the cell as text and type the id again.`

const is = (text: string): RegisterCell => ({ ok: true, text })
const wrong = (message: string): RegisterCell => ({ ok: false, message })

const codeOf = (values: Readonly<Record<string, string>>, text: string): string => {
  const words = halfWidth(text)
  const found = Object.entries(values).find(
    ([code, zh]) => words.toLowerCase() === code || words === halfWidth(zh),
  )
  return found?.[0] ?? text
}

function itemCell(value: Exclude<Value, { kind: 'fault' }>, items: ReadonlySet<ItemId>): RegisterCell {
  if (value.kind === 'day') return wrong(DATE_FOR_ITEM)
  const text = halfWidth(oneLine(value.text)).replaceAll('；', ';')
  const cut = value.kind === 'number' && items.has(`${text}0`)
  return cut ? wrong(CUT_ITEM(text)) : is(text)
}

function dayCell(value: Exclude<Value, { kind: 'fault' }>): RegisterCell {
  if (value.kind === 'day') return is(value.day)
  if (value.kind === 'number') return is(looseDay(value.text) ?? value.day ?? value.text)
  const text = oneLine(value.text)
  return is(looseDay(text) ?? text)
}

/**
 * Reads a cell of a register: days in any spelling, what lists of words are called in Chinese, the address behind a link
 * whose words are no address, and numbers as they are shown.
 */
export function registerCell(
  { value, link }: Cell,
  { holds, values }: Heading,
  items: ReadonlySet<ItemId>,
): RegisterCell {
  if (value.kind === 'fault') return wrong(value.message)
  if (holds === 'item') return itemCell(value, items)
  if (holds === 'day') return dayCell(value)
  const text = value.kind === 'day' ? value.day : oneLine(value.text)
  if (values !== undefined) return is(codeOf(values, text))
  const linked = holds === 'address' && text !== '' && link !== null && /^https?:/i.test(link)
  return is(linked && !/[/.:]/.test(text) ? link : text)
}
