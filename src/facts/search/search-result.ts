import type { Landing } from '../facts.ts'
import type { Page } from '../page.ts'
import type { Reachability } from '../reachability.ts'
import { sameTitle } from '../title-likeness.ts'
import type { PublishedTitle } from './search-words.ts'

/**
 * What a search brought. `none`: the page says that there is nothing; `elsewhere`: it says that there is something, and
 * does not show the title; `unclear`: the page cannot be read, or does not say what it answers.
 */
export type SearchResult = 'found' | 'none' | 'elsewhere' | 'unclear' | 'dead' | 'not-asked'

const NONE =
  /(?:共|为您|约|总计)?(?:找到|检索到|搜索到|查询到|搜到|有)(?:相关)?[^\d。]{0,8}(?<![\d.,])0\s*(?:条|个|项|篇)|(?:没有|未能?|无法?)(?:找到|检索到|搜索到|查询到|查到|搜到)|(?:暂无|没有|无)(?:相关|符合|匹配)[^。]{0,8}(?:结果|内容|信息|记录|条目)?|搜索结果为空|\bno (?:results|matches)\b|\b0 results\b/i
const SOME =
  /(?:找到|检索到|搜索到|查询到|搜到|有)(?:相关)?[^\d。]{0,8}[1-9][\d,]*\s*(?:条|个|项|篇)|\b[1-9]\d* results\b/i

const UNSETTLED = new Set<Page['kind']>([
  'blocked',
  'maintenance',
  'server-error',
  'script-rendered',
  'login',
])

const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** What a page of results says about the title that was searched for. */
export function searchResult(
  { title, address }: PublishedTitle,
  landing: Landing,
  reachability: Reachability,
): SearchResult {
  if (reachability.state === 'dead') return 'dead'
  if (reachability.state === 'untested') return 'not-asked'
  if (landing.kind === 'unread' || UNSETTLED.has(landing.page.kind)) return 'unclear'
  const { links, text, listing, search } = landing.page
  const shows = links.some(
    (link) => (link.target.ok && link.target.address === address) || sameTitle(squeezed(link.text), title),
  )
  if (shows) return 'found'
  if (listing.kind === 'unread') return 'unclear'
  const typed = search?.kind === 'ask' ? search.typed : ''
  const answers = squeezed(text).includes(squeezed(title)) || squeezed(typed) === squeezed(title)
  if (!answers) return 'unclear'
  const isSome = SOME.test(text)
  if (NONE.test(text) && !isSome) return 'none'
  return isSome && listing.kind === 'entries' ? 'elsewhere' : 'unclear'
}
