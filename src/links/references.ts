import { decodeHTMLAttribute } from 'entities'

/** Stands around the number of a character that a reference means, in a text of a byte a character. */
const MARK = '\u001a'
const MARKED = /\u001a([0-9a-f]+)\u001a/g

/** A character by its number: marked where it is beyond ASCII. */
export const marked = (code: number): string =>
  code < 0x80 ? String.fromCodePoint(code) : `${MARK}${code.toString(16)}${MARK}`

/** A reference, which begins a piece that holds no other, and what follows it. */
function markedPiece(piece: string): string {
  const decoded = decodeHTMLAttribute(piece)
  if (decoded === piece) return piece
  const letters = [...decoded.slice(0, 4)]
  const first = letters[0] ?? ''
  const isOne = piece.endsWith(decoded.slice(first.length))
  const meant = isOne ? first : first + (letters[1] ?? '')
  return [...meant].map((letter) => marked(letter.codePointAt(0) ?? 0)).join('') + decoded.slice(meant.length)
}

/**
 * The text of an attribute, a byte a character, with its character references resolved. What they mean beyond ASCII is
 * marked, for no byte of the page's charset, which is not known yet, stands for it: {@link unmarked} puts it in its place.
 */
export function withReferences(text: string): string {
  const first = text.indexOf('&')
  if (first < 0) return text
  return text.slice(0, first) + text.slice(first).split(/(?=&)/).map(markedPiece).join('')
}

/** A text, decoded, with the characters that were marked; `write` says how they are written. */
export const unmarked = (text: string, write = String.fromCodePoint): string =>
  text.includes(MARK) ? text.replace(MARKED, (_mark, code: string) => write(Number.parseInt(code, 16))) : text
