import { type Address, toAddress } from '../core/address.ts'
import { type Day, parseDay } from '../core/day.ts'
import { isEmailAddress } from '../core/email-address.ts'
import type { Problem } from '../core/errors.ts'
import { addressFault } from './address-fault.ts'
import { halfWidth } from './cell-text.ts'
import type { Row } from './table.ts'

/** Reads the cells of one row; everything wrong goes to the list of problems, with file, line, column and value. */
export interface CellReader {
  /** The cell's words; empty when there are none. */
  text(column: string): string
  /** The same, and a problem when there are none. */
  required(column: string): string
  /** An id: required, and fit to be part of a file's name and of an address. */
  id(column: string): string
  /** Parts separated by `;`, none of them empty. */
  list(column: string): readonly string[]
  day(column: string): Day | null
  requiredDay(column: string): Day | null
  address(column: string): Address | null
  /** An e-mail address; null when there is none. */
  email(column: string): string | null
  /** One of the words, or what it is called in Chinese. */
  oneOf<T extends string>(column: string, values: Readonly<Record<T, string>>): T | null
  /** Notes that the cell is wrong; `message` says why and what to do. */
  reject(column: string, message: string): void
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u
const ID_MESSAGE =
  '编号只能含字母、数字、汉字及 . _ -，不超过 64 字 / an id is made of letters, digits, . _ and -, 64 at most, and starts with a letter or digit.'

/** Explains what the eye does not see: letters, digits and signs typed in full width. */
const widthHint = (text: string): string =>
  halfWidth(text) === text
    ? ''
    : ` 含全角字符，半角为“${halfWidth(text)}” / it holds full-width signs; in half-width it is ${halfWidth(text)}.`

/** A reader for one row of a file. */
export function cellsOf(file: string, row: Row, problems: Problem[]): CellReader {
  const text = (column: string): string => row.cells[column] ?? ''
  const reject = (column: string, message: string): void => {
    problems.push({ file, line: row.line, column, message: `“${text(column)}”: ${message}` })
  }
  const required = (column: string): string => {
    if (text(column) === '') reject(column, '不能为空，请填写 / must not be empty; fill it in.')
    return text(column)
  }
  const day = (column: string): Day | null => {
    if (text(column) === '') return null
    const read = parseDay(text(column))
    if (read === null) {
      const hint = widthHint(text(column))
      reject(column, `不是日期，应如 2026-03-31 / not a day; write it like 2026-03-31.${hint}`)
    }
    return read
  }
  return {
    text,
    required,
    id: (column) => {
      if (required(column) !== '' && !ID.test(text(column))) reject(column, ID_MESSAGE)
      return text(column)
    },
    list: (column) =>
      text(column)
        .split(/[;；]/u)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    day,
    requiredDay: (column) => (required(column) === '' ? null : day(column)),
    address: (column) => {
      if (text(column) === '') return null
      const fault = addressFault(text(column))
      if (fault !== null) reject(column, fault)
      return fault === null ? toAddress(text(column)) : null
    },
    email: (column) => {
      if (text(column) === '') return null
      if (isEmailAddress(text(column))) return text(column)
      const hint = widthHint(text(column))
      reject(
        column,
        `不是邮箱地址，应为一个如 bgs@jyw.example.gov.cn 的地址 / not an e-mail address; expected one like bgs@jyw.example.gov.cn.${hint}`,
      )
      return null
    },
    oneOf: <T extends string>(column: string, values: Readonly<Record<T, string>>) => {
      const words = Object.entries<string>(values) as [T, string][]
      const found = words.find((word) => word.includes(text(column)))
      if (found === undefined) {
        const [codes, names] = [Object.keys(values).join(', '), Object.values(values).join('、')]
        const hint = widthHint(text(column))
        reject(column, `应为以下之一：${names} / expected one of: ${codes}.${hint}`)
      }
      return found?.[0] ?? null
    },
    reject,
  }
}
