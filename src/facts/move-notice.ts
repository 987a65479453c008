import { type Address, toAddress } from '../core/address.ts'
import type { Page } from './page.ts'
import { isSamePlace, siteOf } from './same-place.ts'

/** The words by which a page says that it has moved, and where to. */
export interface MoveNotice {
  readonly address: Address
  readonly quote: string
}

const MOVED =
  /(?:迁移|搬迁|迁|转移|变更|更换|更改|调整|切换|并入|整合)(?:至|到|为|入)|新(?:的)?(?:网址|域名|网站|版网站|站点)(?:地址)?(?:已经?启用|[是为：:])/
const TO_COME = /(?:将|拟|计划|预计)(?:于|在)?\s*(?:近期|近日|\d|[一二三四五六七八九十]+月)/
/** What moves and is no page: offices, telephones, accounts. */
const NO_PAGE = /办公|窗口|大厅|中心地址|接待|受理点|邮箱|电话|热线|微信|微博|公众号|手机版|客户端|APP/i
const WARNING = /诈骗|假冒|仿冒|冒充|谨防|警惕|勿信|虚假/
/** Words by which a page that holds other things speaks of itself. */
const ITSELF =
  /本(?:网站|站|栏目|页面|系统|平台|频道)|您?所?访问的(?:网站|栏目|页面|网址)|原(?:网站|网址|栏目|域名)/
const URL_TEXT =
  /https?:\/\/[\w.:-]+(?:\/[\w./?=&%#~-]*)?|(?:[a-z0-9-]+\.){2,}[a-z]{2,}(?:\/[\w./?=&%#~-]*)?/i
/** A page with more visible characters than this says other things as well. */
const SHORT = 400
const QUOTED = 80

function addressIn(words: string): Address | null {
  const text = URL_TEXT.exec(words)?.[0] ?? null
  return text === null ? null : toAddress(/^https?:/i.test(text) ? text : `http://${text}`)
}

/** The address that a line gives: in its own words, in a link of its words, or, on a short page, in the line after it. */
function givenBy(line: string, next: string, page: Page, isShort: boolean): Address | null {
  const linked = page.links.find(({ text, target }) => target.ok && text !== '' && line.includes(text))
  const inLine = addressIn(line) ?? (linked?.target.ok ? linked.target.address : null)
  return inLine ?? (isShort ? addressIn(next) : null)
}

/**
 * How a page says in its own words that it stands elsewhere now, with the address; null when it does not. A page that
 * holds other things must speak of itself; one that stands at the new address already, plans, warnings and the moves of
 * offices are no such notice.
 */
export function moveNoticeOf(page: Page): MoveNotice | null {
  const isShort = page.text.replace(/\s/g, '').length <= SHORT
  if (!(isShort || page.listing.kind === 'entries') || WARNING.test(page.text)) return null
  const lines = page.text.split('\n')
  for (const [at, line] of lines.entries()) {
    const moved = MOVED.exec(line)
    if (moved === null || (!isShort && !ITSELF.test(line))) continue
    const before = line.slice(0, moved.index)
    if (TO_COME.test(before) || NO_PAGE.test(before)) continue
    const address = givenBy(line, lines[at + 1] ?? '', page, isShort)
    if (address === null || isSamePlace(address, page.address)) continue
    const isOwnFront = siteOf(address) === siteOf(page.address) && new URL(address).pathname === '/'
    if (!isOwnFront) return { address, quote: line.trim().slice(0, QUOTED) }
  }
  return null
}
