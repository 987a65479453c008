import type { Span, Words } from './block.ts'

/** Signs that mean something in the markup. In words from data each stands behind a backslash. */
const SIGNS = /[\\|#!*{}]/g

/** What no document can hold. */
const NOT_WORDS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Line ends, which would begin a block. */
const LINE_ENDS = /[\t\r\n\u2028\u2029]+/g

const shieldedText = (text: string): string =>
  text.replace(NOT_WORDS, '').replace(LINE_ENDS, ' ').replace(SIGNS, '\\$&')

/** Data whose words cannot become markup, wherever a template puts them. */
export function shielded<Data>(data: Data): Data {
  if (typeof data === 'string') return shieldedText(data) as Data
  if (Array.isArray(data)) return data.map(shielded) as Data
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shielded(value)])) as Data
}

/** The text cut at every `|` that has no backslash before it. */
export function cutAtBars(text: string): readonly string[] {
  const parts = ['']
  for (const [piece] of text.matchAll(/\||(?:\\.|[^\\|]|\\$)+/gs)) {
    if (piece === '|') parts.push('')
    else parts[parts.length - 1] = piece.trim()
  }
  return parts
}

const unshielded = (text: string): string =>
  text.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign))

/** Words with `**strong**` parts; `\n` is a line end, a backslash takes the meaning from the sign after it. */
export function wordsOf(text: string): Words {
  const spans: Span[] = []
  let strong = false
  for (const [piece] of text.trim().matchAll(/\*\*|(?:\\.|[^\\*]|\*(?!\*)|\\$)+/gs)) {
    if (piece === '**') strong = !strong
    else spans.push({ text: unshielded(piece), strong })
  }
  return spans
}
