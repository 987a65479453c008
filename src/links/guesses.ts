import { marked } from './references.ts'

/** What stands between quotes: slashes and letters may be escaped, blanks are weighed later. */
const INSIDE = String.raw`(?:[^"'\u0060\\<>{}\n\r]|\\/|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2})+`
/** A text that is whole: nothing is added to it, and nothing in it is filled in. Its quotes are escaped in a text. */
const text = (place: number): string => `(\\\\?["'\`])(${INSIDE})\\${place}`
const member = (names: string): string =>
  String.raw`(?:\s*\??\.\s*(?:${names})|\s*\[\s*["'](?:${names})["']\s*\])`
const LOCATION = String.raw`(?:\blocation|\[\s*["']location["']\s*\])`
const OTHER_WINDOW = String.raw`(?<![\w$.])(?:self|top|parent|opener|globalThis)`
const WINDOW = String.raw`(?:\bwindow|(${OTHER_WINDOW}))(?:\s*\.\s*(?:window|self|top|parent))*`

/** Assignments and calls that lead somewhere, up to the address. */
const [ASSIGNED, REPLACED, OPENED] = [
  String.raw`${LOCATION}${member('href')}?\s*=`,
  String.raw`${LOCATION}${member('replace|assign')}\s*\(`,
  String.raw`(?:${WINDOW}${member('open|navigate')}|(?<![\w$.]|function\s)open)\s*\(`,
] as const
const MAY_JUMP = new RegExp(`(?:${ASSIGNED}|${REPLACED}|${OPENED})[\\s(]*\\\\?["'\`]`)
const JUMPS = new RegExp(
  `(?:${ASSIGNED}\\s*${text(1)}|${REPLACED}\\s*${text(3)}|${OPENED}\\s*${text(6)})(?!\\s*[+.?])`,
  'g',
)

/** A text in brackets of its own: `location = ('/a')`. */
const BRACKETED = new RegExp(String.raw`([=(]\s*)\(\s*(${text(3)})\s*\)`, 'g')
/** So many brackets round a text are taken away. */
const MOST_BRACKETS = 3

function withoutBrackets(code: string): string {
  let bare = code
  for (let round = 0; round < MOST_BRACKETS; round += 1) {
    const next = bare.replace(BRACKETED, '$1$2')
    if (next === bare) break
    bare = next
  }
  return bare
}

/** Strings, which may look like comments, and comments. */
const STRING_OR_COMMENT =
  /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g

const withoutComments = (code: string): string =>
  code.replace(STRING_OR_COMMENT, (found) => (found.startsWith('/') ? ' ' : found))

const ESCAPE = /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|\/)/g

const unescaped = (text: string): string =>
  text.replace(ESCAPE, (_escape, long: string | undefined, short: string | undefined) =>
    marked(Number.parseInt(long ?? short ?? '2f', 16)),
  )

/** Where code leads by `location.href = '…'`, `location.replace('…')`, `window.open('…')`. */
export function jumpsIn(code: string): readonly string[] {
  if (!MAY_JUMP.test(code)) return []
  return [...withoutBrackets(withoutComments(code)).matchAll(JUMPS)].flatMap((match) => {
    const target = unescaped(match[2] ?? match[4] ?? match[7] ?? '').trim()
    const isSure = match[5] === undefined && !/\s/.test(target)
    return isSure || looksLikeAddress(target.replaceAll(/\s/g, '_')) ? [target] : []
  })
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
