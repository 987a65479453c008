import { type Day, dayFrom } from '../../core/day.ts'

/** A date in Chinese figures, and where it ends. */
export interface ChineseDay {
  readonly day: Day
  readonly precision: 'day' | 'month'
  readonly to: number
}

const NINE = '一二三四五六七八九'
/** Zero as people type it: the figure, the sign for it, a circle, a letter. */
const ZERO = '〇零○Ο0OＯ'
const FORM = new RegExp(
  `([一二][${ZERO}${NINE}]{3})\\s?年\\s?(元|正|[十${NINE}]{1,2})\\s?月(?:\\s?(?:初)?([十廿卅${NINE}]{1,3})\\s?[日号號])?`,
  'y',
)

const TENS: Readonly<Record<string, number>> = { 十: 1, 廿: 2, 卅: 3 }

const figure = (sign: string): number => (sign === '' ? 0 : NINE.indexOf(sign) + 1)

/** 七 as 7, 十二 as 12, 二十 as 20, 廿六 as 26, 二十六 as 26. */
function below40(words: string): number {
  if (words === '元' || words === '正') return 1
  const [first = '', second = '', third = ''] = words
  const tens = TENS[first]
  if (tens !== undefined) return tens * 10 + figure(second)
  if (second === '十') return figure(first) * 10 + figure(third)
  return words.length === 1 ? figure(first) : 0
}

/** Reads 二〇二二年七月六日 or 二○二二年七月 at a place of a text; null where none stands there. */
export function chineseDayAt(text: string, at: number): ChineseDay | null {
  FORM.lastIndex = at
  const match = FORM.exec(text)
  if (match === null) return null
  const year = Number([...(match[1] ?? '')].map(figure).join(''))
  const day = dayFrom(year, below40(match[2] ?? ''), match[3] === undefined ? 1 : below40(match[3]))
  if (day === null || year < 1900) return null
  return { day, precision: match[3] === undefined ? 'month' : 'day', to: at + match[0].length }
}

const ONE = '一'.charCodeAt(0)
const TWO = '二'.charCodeAt(0)

/** Whether a sign may begin such a date: all years of it begin with one or two thousand. */
export const beginsChineseDay = (code: number): boolean => code === ONE || code === TWO
