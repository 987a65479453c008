import { byteText } from '../links/byte-text.ts'

/** What a firewall's page has and a plain error page has not. Being wrong costs only a closer look. */
const LATIN =
  'script|captcha|challenge|firewall|waf|ray id|intercept|blocked|denied|security|event|checking|moment|verify|robot|human'
const CHINESE = ['拦截', '防火墙', '安全', '验证', '异常', '非法', '攻击', '频繁', '禁止', '拒绝']

/** First bytes of the hanzi of GB 2312, and second bytes: every common one is among them, 94 in a row. */
const [FIRST_ROW, LAST_ROW, FIRST_CELL, CELLS] = [0xb0, 0xf7, 0xa1, 94]

let hanzi: string | null = null

/** The hanzi of GB 2312 in the order of their bytes. */
function hanziInOrder(): string {
  const codes = Array.from({ length: (LAST_ROW - FIRST_ROW + 1) * CELLS }, (_, at) => [
    FIRST_ROW + Math.floor(at / CELLS),
    FIRST_CELL + (at % CELLS),
  ])
  return new TextDecoder('gbk').decode(Uint8Array.from(codes.flat()))
}

/** The bytes of a word of common hanzi in GBK. */
function gbkBytes(word: string): readonly number[] {
  hanzi ??= hanziInOrder()
  return [...word].flatMap((character) => {
    const at = hanzi?.indexOf(character) ?? -1
    if (at < 0) throw new RangeError(`${character} is no hanzi of GB 2312`)
    return [FIRST_ROW + Math.floor(at / CELLS), FIRST_CELL + (at % CELLS)]
  })
}

/** The bytes of a word in an encoding, as {@link byteText} shows them, for a pattern. */
export function shownIn(word: string, charset: 'utf-8' | 'gbk'): string {
  const codes = charset === 'utf-8' ? [...new TextEncoder().encode(word)] : gbkBytes(word)
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
