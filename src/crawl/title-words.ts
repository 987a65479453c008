import { encodeQuery } from '../core/query-encoding.ts'
import { byteText } from '../links/byte-text.ts'
import type { LinkRecords } from '../links/link-records.ts'

/** Words that a title of an error page, a login or a firewall has. Being wrong costs only a closer look. */
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
  'error|not found|404|403|forbidden|denied|login|log in|sign in|just a moment|checking|verify|unavailable'

/** The bytes of a word in an encoding, as {@link byteText} shows them. */
function shown(word: string, charset: string): string {
  const escaped = charset === 'utf-8' ? encodeURIComponent(word) : encodeQuery(word, charset)
  const bytes = Uint8Array.from(
    [...escaped.matchAll(/%(..)/g)].map(([, digits = '']) => Number.parseInt(digits, 16)),
  )
  return byteText(bytes, 0, bytes.length).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

let pattern: RegExp | null = null

const wordsPattern = (): RegExp => {
  pattern ??= new RegExp(
    [LATIN, ...WORDS.flatMap((word) => [shown(word, 'utf-8'), shown(word, 'gbk')])].join('|'),
    'i',
  )
  return pattern
}

/** Whether a page's title has such words, in UTF-8 or GBK. */
export const hasTitleOfError = ({ bytes, signs }: LinkRecords): boolean =>
  signs.titleEnd > signs.titleStart &&
  wordsPattern().test(byteText(bytes, signs.titleStart, Math.min(signs.titleEnd, signs.titleStart + 300)))
