import { byteText } from '../links/byte-text.ts'
import type { LinkRecords } from '../links/link-records.ts'
import { wordsPattern } from './challenge-words.ts'

/**
 * Words that a title of an error page, a login or a firewall has. Being wrong costs only a closer look. “第404号” is the
 * number of a document: 号 begins with the byte E5.
 */
const WORDS = [
  '不存在',
  '找不到',
  '未找到',
  '无法找到',
  '没有找到',
  '出错',
  '错误',
  '失效',
  '拒绝',
  '登录',
  '登陆',
  '拦截',
  '验证',
  '维护',
  '关闭',
]
const LATIN =
  'error|not found|(?<!\\d)40[34](?![\\d\\u00e5])|forbidden|denied|login|log in|sign in|just a moment|checking|verify|unavailable'

/** Bytes of a title that are read. */
const LONGEST_TITLE = 300

let pattern: RegExp | null = null

/** Whether a page's title has such words, in UTF-8 or GBK. */
export function hasTitleOfError({ bytes, signs }: LinkRecords): boolean {
  const { titleStart, titleEnd } = signs
  if (titleEnd <= titleStart) return false
  pattern ??= wordsPattern(LATIN, WORDS)
  return pattern.test(byteText(bytes, titleStart, Math.min(titleEnd, titleStart + LONGEST_TITLE)))
}
