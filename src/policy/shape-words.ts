import type * as z from 'zod'
import { en, zhCN } from 'zod/locales'

const inChinese = zhCN().localeError
const inEnglish = en().localeError

/** Kinds of values, which zod's Chinese messages name in English or in a programmer's words. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', '文本'],
  ['number', '数字'],
  ['数字', '数字'],
  ['int', '整数'],
  ['boolean', '是或否（true、false）'],
  ['array', '列表'],
  ['数组', '列表'],
  ['tuple', '列表'],
  ['set', '列表'],
  ['object', '对象'],
  ['record', '对象'],
  ['map', '对象'],
  ['date', '日期'],
  ['null', '空值'],
  ['空值(null)', '空值'],
  ['undefined', '空缺'],
  ['nan', '非数字'],
  ['NaN', '非数字'],
])
const NAMED = /(期望|实际接收) ([A-Za-z]+|数字|数组|空值\(null\))(?=[，\s]|$)/g

const wordsOf = (answer: ReturnType<typeof inChinese>): string =>
  (typeof answer === 'string' ? answer : answer?.message) ?? ''

const withChineseKinds = (words: string): string =>
  words.replace(NAMED, (whole, verb: string, kind: string) => {
    const named = KINDS.get(kind)
    return named === undefined ? whole : `${verb}${named}`
  })

/** What zod says of a value that has not the shape that it must have, in Chinese with English behind it. */
export const shapeWords: z.core.$ZodErrorMap = (issue) =>
  `${withChineseKinds(wordsOf(inChinese(issue)))} / ${wordsOf(inEnglish(issue))}`
