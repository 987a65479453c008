/** What a spreadsheet takes for a formula when a cell begins with it, full-width forms among them. */
const FORMULA = /^'*[=+\-@＝＋－＠]/u
const GUARDED = /^'+[=+\-@＝＋－＠]/u
const EDGES = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/gu
const LINE_BREAKS = /\s*[\r\n]\s*/gu
const FULL_WIDTH = /[\uff01-\uff5e]/gu

/** Words without spaces at their edges (ideographic and invisible ones too) and without line breaks inside. */
export const oneLine = (raw: string): string => raw.replace(EDGES, '').replace(LINE_BREAKS, ' ')

/**
 * A cell of a CSV file as it is meant: on {@link oneLine}, with the apostrophe taken off that {@link guarded} put before
 * a formula.
 */
export function cellText(raw: string): string {
  const text = oneLine(raw)
  return GUARDED.test(text) ? text.slice(1) : text
}

/** A cell that no spreadsheet runs as a formula: `=1+1` becomes `'=1+1`. {@link cellText} gives the text back. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** Full-width letters, digits and signs as half-width ones: `２．１８` becomes `2.18`. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
