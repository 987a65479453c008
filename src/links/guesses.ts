/** Calls and assignments that lead somewhere, to a text that is whole: nothing is added to it. */
const JUMPS =
  /(?:\blocation(?:\s*\.\s*href)?\s*=\s*(["'])([^"'\\<>{}\s]+)\1|\blocation\s*\.\s*(?:replace|assign)\s*\(\s*(["'])([^"'\\<>{}\s]+)\3|\bwindow\s*\.\s*open\s*\(\s*(["'])([^"'\\<>{}\s]+)\5)(?!\s*[+.])/g

/** Where code leads by `location.href = '…'`, `location.replace('…')`, `window.open('…')`. */
export const jumpsIn = (code: string): readonly string[] =>
  [...code.matchAll(JUMPS)].flatMap((match) => match[2] ?? match[4] ?? match[6] ?? [])

const ABSOLUTE = /^\s*(?:https?:)?\/\/[^\s/?#]/i
const PATH = /^\s*(?:\.{0,2}\/)[^\s{}<>,;|]+\s*$/
const PAGE =
  /^\s*[^\s{}<>,;|:]+\.(?:s?html?|jspx?|aspx?|php|do|action|pdf|docx?|xlsx?|zip|rar|jpe?g|png|gif)(?:[?#]\S*)?\s*$/i

/** Whether a value that a script reads looks like an address: whole, a path, or the name of a page or file. */
export const looksLikeAddress = (value: string): boolean =>
  value.length < 2_000 &&
  (ABSOLUTE.test(value) || PATH.test(value) || PAGE.test(value)) &&
  !/^\s*\/\/\s*$|^\s*\/$/.test(value)
