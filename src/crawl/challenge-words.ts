import { encodeQuery } from '../core/query-encoding.ts'
import { byteText } from '../links/byte-text.ts'

/** What a firewall's page has and a plain error page has not. Being wrong costs only a closer look. */
const LATIN = 'script|captcha|challenge|firewall|waf|ray id|intercept|blocked|denied|security|event'
const CHINESE = ['拦截', '防火墙', '安全', '验证', '异常', '非法', '攻击', '频繁', '禁止', '拒绝']

/** The bytes of a word in an encoding, as {@link byteText} shows them, for a pattern. */
export function shownIn(word: string, charset: 'utf-8' | 'gbk'): string {
  const escaped = charset === 'utf-8' ? encodeURIComponent(word) : encodeQuery(word, charset)
  const codes = [...escaped.matchAll(/%(..)/g)].map(([, digits = '']) => Number.parseInt(digits, 16))
  return byteText(Uint8Array.from(codes), 0, codes.length).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A pattern of words in whichever of the two encodings a page is written. */
export const wordsPattern = (latin: string, chinese: readonly string[]): RegExp =>
  new RegExp(
    [latin, ...chinese.flatMap((word) => [shownIn(word, 'utf-8'), shownIn(word, 'gbk')])].join('|'),
    'i',
  )

let pattern: RegExp | null = null

/** Whether the body of an error answer may be a firewall's page. */
export function mayBeChallenge(bytes: Uint8Array): boolean {
  pattern ??= wordsPattern(LATIN, CHINESE)
  return pattern.test(byteText(bytes, 0, bytes.length))
}
