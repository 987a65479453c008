import { type Address, type MalformedReason, parseAddress } from '../core/address.ts'
import { type Day, parseDay } from '../core/day.ts'
import type { Problem } from '../core/errors.ts'
import type { Row, TextFile } from './table.ts'

/** Reads the cells of one row; everything wrong goes into `problems`, with file, line, column and value. */
export interface CellReader {
  text(column: string): string
  required(column: string): string
  list(column: string): readonly string[]
  day(column: string): Day | null
  requiredDay(column: string): Day | null
  address(column: string): Address | null
  oneOf<T extends string>(column: string, values: readonly T[]): T | null
  reject(column: string, message: string): void
}

const ADDRESS_FAULTS: Readonly<Record<MalformedReason, string>> = {
  empty: '网址为空 / an empty address',
  'not-an-address': '不是网址 / not an address',
  'not-http': '只能是 http 或 https 网址 / only http and https addresses can be asked',
  'no-host': '网址没有域名 / an address without a host',
  credentials: '网址中不得带用户名或密码 / an address must not carry a user name or password',
}

const FULL_WIDTH = /[：／．？＝＆％＃]/u
const PRIVATE_HOST = /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/i

function addressFault(text: string): string | null {
  if (FULL_WIDTH.test(text)) return '含有全角字符 / it holds full-width characters; type it in half-width.'
  if (/^[a-z]:[\\/]|^file:/i.test(text)) return '是本机文件 / it names a file on somebody’s own computer.'
  if (text.includes('\\')) return '含有反斜杠 / it holds back-slashes; use /.'
  if (/\s/.test(text)) return '含有空格 / it holds a space.'
  if (/^https?:\/\/https?:?\/\//i.test(text)) return '“http://”重复 / http:// stands twice.'
  if (!/^https?:\/\//i.test(text))
    return '应以 http:// 或 https:// 开头 / it must start with http:// or https://.'
  const parsed = parseAddress(text)
  if (!parsed.ok) return `${ADDRESS_FAULTS[parsed.reason]}.`
  if (PRIVATE_HOST.test(new URL(parsed.address).hostname))
    return '是内网地址，公众无法访问 / it is a private address, which the public cannot reach.'
  return null
}

/** A reader for one row. */
export function cellsOf(file: TextFile, row: Row, problems: Problem[]): CellReader {
  const text = (column: string): string => row.cells[column] ?? ''
  const reject = (column: string, message: string): void => {
    problems.push({ file: file.name, line: row.line, column, message: `“${text(column)}”: ${message}` })
  }
  const required = (column: string): string => {
    if (text(column) === '') reject(column, '不能为空 / must not be empty.')
    return text(column)
  }
  const day = (column: string): Day | null => {
    if (text(column) === '') return null
    const read = parseDay(text(column))
    if (read === null) reject(column, '不是日期，应为 2026-03-31 / not a day; expected 2026-03-31.')
    return read
  }
  return {
    text,
    required,
    list: (column) =>
      text(column)
        .split(/[;；]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    day,
    requiredDay: (column) => (required(column) === '' ? null : day(column)),
    address: (column) => {
      if (text(column) === '') return null
      const fault = addressFault(text(column))
      if (fault !== null) {
        reject(column, fault)
        return null
      }
      const parsed = parseAddress(text(column))
      return parsed.ok ? parsed.address : null
    },
    oneOf: (column, values) => {
      const found = values.find((value) => value === text(column))
      if (found === undefined) reject(column, `应为 / expected one of ${values.join(', ')}.`)
      return found ?? null
    },
    reject,
  }
}
