import { type MalformedReason, parseAddress } from '../core/address.ts'

const FAULTS: Readonly<Record<MalformedReason, string>> = {
  empty: '网址为空 / it is empty; type the whole address.',
  'not-an-address': '不是网址 / it is not an address; copy it from the browser.',
  'not-http': '只能是 http 或 https 网址 / only http and https addresses can be asked for.',
  'no-host': '网址没有域名 / it names no host; copy it from the browser.',
  credentials: '网址中不得带用户名或密码 / it carries a user name or password; take them out.',
}

/** Spellings that browsers mend in silence or that never were addresses of the web, each with what to do. */
const SPELLINGS: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /^[a-z]:[\\/]|^file:|^\\\\/i,
    '这是本机文件 / it names a file on somebody’s own computer; copy the address from the browser.',
  ],
  [
    /^[^/]*[：／．。]|[：／．？＝＆％＃]/u,
    '含有全角字符 / it holds full-width signs; type them in half-width.',
  ],
  [/\\/, '含有反斜杠 / it holds back-slashes; write / instead.'],
  [/[\s\u200b\u2060\ufeff]/u, '含有空格或不可见字符 / it holds a space or an invisible sign; take it out.'],
  [/^https?:\/\/https?:?\/\//i, '“http://”重复 / http:// stands twice; take one out.'],
  [
    /^(?!https?:\/\/)/i,
    '应以 http:// 或 https:// 开头 / it must start with http:// or https://; copy it from the browser.',
  ],
  [/^https?:\/\/\//i, '“http:”后斜杠过多 / it has too many slashes after http:; write two.'],
  [/^https?:\/\/[^/?#]*[。．]/iu, '域名中有全角句点 / the host holds a full-width point; write . instead.'],
]

/** What makes a registered text no address that can be asked for, and what to do about it; null when it is one. */
export function addressFault(text: string): string | null {
  const spelling = SPELLINGS.find(([pattern]) => pattern.test(text))
  if (spelling !== undefined) return spelling[1]
  const parsed = parseAddress(text)
  return parsed.ok ? null : FAULTS[parsed.reason]
}
