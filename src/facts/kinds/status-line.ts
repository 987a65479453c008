import { ERROR_WORDS } from './words/help-words.ts'
import { LEXICON } from './words/lexicon.ts'
import { REASON_PHRASES, STATUS_CODES } from './words/reason-phrases.ts'

/**
 * An HTTP status as a title or a line prints it: `line` the number with words that belong to it, `code` the number
 * alone or behind the word error, `reason` a reason phrase without its number.
 */
export interface PrintedStatus {
  readonly form: 'line' | 'code' | 'reason'
  /** Null for a reason phrase, whose words say what happened. */
  readonly status: number | null
}

const LONGEST = 100
const LABEL = `(?:${ERROR_WORDS}|http(?:s|\\/[\\d.]+)?|status|stato|status\\s?code|statuscode|code|state|page|pages|état|estado|stav|状态码?|狀態碼?|代码|代碼|服务器|ステータス|상태|코드|код|состояние|статус|kod)`
const CODE = `(?<code>${STATUS_CODES})`
const ALONE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${LABEL}[\\s:：#–—-]*){0,3}${CODE}(?:[.\\d]{0,3})?[\\s:：#–—-]*(?:${LABEL}[\\s!！.。]*)?[^\\p{L}\\p{N}]*$`,
  'iu',
)
const WITH_HTTP = new RegExp(`\\bhttp(?:\\/[\\d.]+)?\\b[^\\d\\n]{0,16}${CODE}(?!\\d)`, 'iu')
const FIRST = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${LABEL}[\\s:：#–—-]*){0,2}${CODE}\\s*(?:[-–—:：|!.,，、(（]|\\s|(?=[^\\d\\s]))\\s*(?<rest>\\D.*)$`,
  'iu',
)
const LAST = new RegExp(`^(?<rest>[^\\d]+?)\\s*[(（\\[:：–—-]?\\s*${CODE}\\s*[)）\\]!！.。]*$`, 'iu')
const REASON = new RegExp(`^[^\\p{L}\\p{N}]*(?:${REASON_PHRASES})[^\\p{L}\\p{N}]*$`, 'iu')
const STARTS_WITH_REASON = new RegExp(`^[^\\p{L}\\p{N}]*(?:${REASON_PHRASES})(?![\\p{L}])`, 'iu')

const isWorded = (rest: string): boolean =>
  STARTS_WITH_REASON.test(rest) || LEXICON.some(([, pattern]) => pattern.test(rest))

/** The status that a title, a heading or a line prints; null when it prints none. */
export function statusIn(text: string): PrintedStatus | null {
  if (text.length > LONGEST) return null
  const plain = text.replace(/^(\W*[45]) (\d) (\d)(\W*)$/, '$1$2$3$4').trim()
  if (REASON.test(plain)) return { form: 'reason', status: null }
  if (!/[45]\d\d/.test(plain)) return null
  const numbered = (match: RegExpExecArray | null): number => Number(match?.groups?.code)
  const alone = ALONE.exec(plain)
  if (alone !== null) return { form: 'code', status: numbered(alone) }
  const http = WITH_HTTP.exec(plain)
  if (http !== null) return { form: 'line', status: numbered(http) }
  const first = FIRST.exec(plain)
  if (first !== null && isWorded(first.groups?.rest ?? '')) return { form: 'line', status: numbered(first) }
  const last = LAST.exec(plain)
  if (last !== null && isWorded(last.groups?.rest ?? '')) return { form: 'line', status: numbered(last) }
  return null
}
