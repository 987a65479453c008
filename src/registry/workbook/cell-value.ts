import { type Day, parseDay } from '../../core/day.ts'
import type { NumberFormat } from './number-formats.ts'
import { bareSerialDay, serialDay } from './serial-day.ts'
import type { RawCell } from './sheet-cells.ts'
import type { Value } from './workbook.ts'

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly system: 1900 | 1904
}

const fault = (message: string): Value => ({ kind: 'fault', message })
const NO_VALUE =
  '公式没有计算结果 / the formula has no result; open the file in Excel, save it, or type the value itself.'
const NO_DAY = '日期超出范围 / the date is outside of the calendar; type it like 2026-03-31.'

/** A number as it is shown: whole numbers with all their digits, leading zeros and fixed decimals kept. */
function shown(text: string, format: NumberFormat): string {
  const number = Number(text)
  if (format.kind === 'decimals') return number.toFixed(format.digits)
  const plain = Number.isInteger(number) ? BigInt(number).toString() : String(number)
  return format.kind === 'padded' && number >= 0 ? plain.padStart(format.digits, '0') : plain
}

function numberValue(text: string, format: NumberFormat, system: 1900 | 1904): Value {
  const number = Number(text)
  if (text.trim() === '' || Number.isNaN(number)) return fault('不是数 / not a number; type it again.')
  if (format.kind !== 'day') {
    return { kind: 'number', text: shown(text, format), day: bareSerialDay(number, system) }
  }
  const day = serialDay(number, system)
  return day === null ? fault(NO_DAY) : { kind: 'day', day }
}

function isoValue(text: string): Value {
  const day: Day | null = parseDay(text.trim().slice(0, 10))
  return day === null ? fault(NO_DAY) : { kind: 'day', day }
}

/** What a cell holds; null when it is empty. */
export function cellValue(cell: RawCell, { strings, formats, system }: CellContext): Value | null {
  const { type, value, style } = cell
  if (value === null) return cell.formula ? fault(NO_VALUE) : null
  if (type === 's') {
    const text = strings[Number(value)]
    return text === undefined
      ? fault('文字缺失 / its text is missing; type it again.')
      : { kind: 'text', text }
  }
  if (type === 'inlineStr' || type === 'str') return { kind: 'text', text: value }
  if (type === 'd') return isoValue(value)
  if (type === 'b') return { kind: 'text', text: value === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'e') {
    return fault(
      `公式出错（${value}） / the formula ends in an error (${value}); mend it or type the value itself.`,
    )
  }
  return numberValue(value, formats[style ?? -1] ?? { kind: 'plain' }, system)
}
