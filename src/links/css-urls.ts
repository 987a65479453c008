import { byteText } from './byte-text.ts'
import { CLOSE, isOfName, nameEnd, OPEN, stringEnd, unquotedEnd } from './css-ends.ts'
import { cssText } from './css-text.ts'
import { standsAt } from './name-table.ts'
import type { OnPart } from './on-part.ts'

const [QUOTE, APOSTROPHE, BACKSLASH, STAR, SLASH, AT] = [0x22, 0x27, 0x5c, 0x2a, 0x2f, 0x40]
const [OPEN_BLOCK, SEMICOLON] = [0x7b, 0x3b]

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c

const isQuote = (byte: number | undefined): boolean => byte === QUOTE || byte === APOSTROPHE

/** What a place in a style is: brackets of an image-set that are open, and whether `@import` may come. */
interface Where {
  at: number
  imageSet: number
  readonly mayImport: boolean
}

function afterComment(bytes: Uint8Array, from: number, to: number): number {
  let at = from + 2
  while (at < to && !(bytes[at] === STAR && bytes[at + 1] === SLASH)) at += 1
  return at + 2
}

function afterSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to) {
    if (isSpace(bytes[at])) at += 1
    else if (bytes[at] === SLASH && bytes[at + 1] === STAR) at = afterComment(bytes, at, to)
    else break
  }
  return at
}

/** The place after a string, which is told if it is whole: one that a line break ends is none. */
function readString(bytes: Uint8Array, from: number, to: number, onPart: OnPart | null): number {
  const end = stringEnd(bytes, from + 1, to, bytes[from] ?? 0)
  const isWhole = end >= to || bytes[end] === bytes[from]
  if (isWhole && onPart !== null) onPart(from + 1, end)
  return isWhole ? end + 1 : end
}

/** The place after the `url(` whose value starts at `from`. */
function readUrl(bytes: Uint8Array, from: number, to: number, onPart: OnPart): number {
  let start = from
  while (start < to && isSpace(bytes[start])) start += 1
  if (isQuote(bytes[start])) return readString(bytes, start, to, onPart)
  const { end, isUrl } = unquotedEnd(bytes, start, to)
  if (isUrl) onPart(start, end)
  return end + 1
}

/** Passes over the address of a name space or of documents, which is never loaded. */
function afterPrelude(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && bytes[at] !== SEMICOLON && bytes[at] !== OPEN_BLOCK) {
    at = isQuote(bytes[at]) ? readString(bytes, at, to, null) : at + 1
  }
  return at
}

function readAtRule(where: Where, bytes: Uint8Array, to: number, onPart: OnPart): void {
  const name = where.at + 1
  if (standsAt(bytes, name, 'import') && !isOfName(bytes[name + 6] ?? 0)) {
    where.at = where.mayImport ? afterSpace(bytes, name + 6, to) : afterPrelude(bytes, name, to)
    if (where.mayImport && isQuote(bytes[where.at])) where.at = readString(bytes, where.at, to, onPart)
  } else if (standsAt(bytes, name, 'namespace') || standsAt(bytes, name, 'document')) {
    where.at = afterPrelude(bytes, name, to)
  } else where.at += 1
}

function readName(where: Where, bytes: Uint8Array, to: number, onPart: OnPart): void {
  const from = where.at
  const at = nameEnd(bytes, from, to)
  where.at = at
  if (at >= to || bytes[at] !== OPEN) return
  const isEscaped = bytes.subarray(from, at).includes(BACKSLASH)
  const is = (name: string): boolean =>
    isEscaped
      ? cssText(byteText(bytes, from, at)).toLowerCase() === name
      : at - from === name.length && standsAt(bytes, from, name)
  if (is('url')) where.at = readUrl(bytes, at + 1, to, onPart)
  else if (is('image-set') || is('-webkit-image-set')) {
    where.imageSet = 1
    where.at += 1
  }
}

function read(bytes: Uint8Array, from: number, to: number, onPart: OnPart, mayImport: boolean): void {
  const where: Where = { at: from, imageSet: 0, mayImport }
  while (where.at < to) {
    const byte = bytes[where.at] ?? 0
    if (byte === SLASH && bytes[where.at + 1] === STAR) where.at = afterComment(bytes, where.at, to)
    else if (isQuote(byte)) where.at = readString(bytes, where.at, to, where.imageSet === 1 ? onPart : null)
    else if (byte === AT) readAtRule(where, bytes, to, onPart)
    else if (isOfName(byte) || (byte === BACKSLASH && where.at + 1 < to)) readName(where, bytes, to, onPart)
    else {
      if (byte === OPEN && where.imageSet > 0) where.imageSet += 1
      if (byte === CLOSE && where.imageSet > 0) where.imageSet -= 1
      if (byte === OPEN_BLOCK) where.imageSet = 0
      where.at += 1
    }
  }
}

/**
 * Finds each address that a style sheet between two places loads: `url(…)`, the strings of an image-set, and each quoted
 * `@import` (CSS Syntax §4.3), one that comes too late to be loaded among them. Values keep their escapes.
 */
export const cssUrls = (bytes: Uint8Array, from: number, to: number, onPart: OnPart): void =>
  read(bytes, from, to, onPart, true)

/** The same of a style attribute, which holds no `@import`. */
export const declarationUrls = (bytes: Uint8Array, from: number, to: number, onPart: OnPart): void =>
  read(bytes, from, to, onPart, false)
