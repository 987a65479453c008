/**
 * A text that is whole: nothing is added to it, and nothing in it is filled in. Slashes may be escaped, and its quotes
 * where it stands in a text.
 */
const text = (place: number): string => `(\\\\?["'\`])((?:[^"'\`\\\\<>{}\\s]|\\\\/)+)\\${place}`
const HREF = String.raw`(?:\s*\.\s*href|\s*\[\s*["']href["']\s*\])?`
const LOCATION = String.raw`(?:\blocation|\[\s*["']location["']\s*\])${HREF}`

/** Calls and assignments that lead somewhere, to such a text. */
const JUMPS = new RegExp(
  `(?:${[
    String.raw`${LOCATION}\s*=\s*${text(1)}`,
    String.raw`\blocation\s*\.\s*(?:replace|assign)\s*\(\s*${text(3)}`,
    String.raw`(?:\bwindow\s*\.\s*(?:open|navigate)|(?<![\w$.]|function\s)open)\s*\(\s*${text(5)}`,
  ].join('|')})(?!\\s*[+.])`,
  'g',
)

/** Strings, which may look like comments, and comments. */
const STRING_OR_COMMENT =
  /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g

const withoutComments = (code: string): string =>
  code.replace(STRING_OR_COMMENT, (found) => (found.startsWith('/') ? ' ' : found))

/** Where code leads by `location.href = '…'`, `location.replace('…')`, `window.open('…')`. */
export const jumpsIn = (code: string): readonly string[] => {
  if (code.search(JUMPS) < 0) return []
  const jumps = withoutComments(code).matchAll(JUMPS)
  return [...jumps].map((match) => (match[2] ?? match[4] ?? match[6] ?? '').replaceAll('\\/', '/'))
}

const ABSOLUTE = /^\s*(?:https?:)?\/\/[^\s/?#]/i
const PATH = /^\s*(?:\.{0,2}\/)[^\s{}<>,;|^]+\s*$/
const PAGE =
  /^\s*[^\s{}<>,;|:]+\.(?:s?html?|jspx?|aspx?|php|do|action|pdf|docx?|xlsx?|zip|rar|jpe?g|png|gif)(?:[?#]\S*)?\s*$/i

/** Whether a value that a script reads looks like an address: whole, a path, or the name of a page or file. */
export const looksLikeAddress = (value: string): boolean =>
  value.length < 2_000 &&
  (ABSOLUTE.test(value) || PATH.test(value) || PAGE.test(value)) &&
  !/^\s*\/\/\s*$|^\s*\/$/.test(value)
