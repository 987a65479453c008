/** What a spreadsheet takes for a formula when a cell begins with it, full-width forms among them. */
const FORMULA = /^'*[=+\-@＝＋－＠]/u
const GUARDED = /^'+[=+\-@＝＋－＠]/u
const EDGES = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/gu
const LINE_BREAKS = /\s*\n\s*/gu
const FULL_WIDTH = /[\uff01-\uff5e]/gu

/**
 * A cell as it is meant: spaces at its edges gone (ideographic and invisible ones too), line breaks inside it turned into
 * spaces, and the apostrophe taken off that {@link guarded} put before a formula.
 */
export function cellText(raw: string): string {
  const text = raw.replace(EDGES, '').replace(LINE_BREAKS, ' ')
  return GUARDED.test(text) ? text.slice(1) : text
}

/** A cell that no spreadsheet runs as a formula: `=1+1` becomes `'=1+1`. {@link cellText} gives the text back. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** Full-width letters, digits and signs as half-width ones: `２．１８` becomes `2.18`. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
