import { type Address, addressReader } from '../core/address.ts'
import type { KeptName } from './markup/attributes.ts'
import type { Outline } from './outline.ts'

/** Attributes by which scripts, menus, frames and forms lead to an address without a link. */
const LEADING: ReadonlySet<string> = new Set<KeptName>([
  ...(['onclick', 'onchange', 'value', 'data-href', 'data-url', 'data-link', 'src', 'action'] as const),
])
const SCRIPTED = /^\s*javascript:/i
const ADDRESS = /https?:\/\/[^\s'"<>\\()]+/gi
const MOST = 300
/** Whole addresses need no folder; the reader asks for one. */
const ANY_FOLDER = 'http://any.invalid/'

/** Whole addresses that stand on a page otherwise than as a link: in scripts, menus to choose from, frames and forms. */
export function mentionsOf(outline: Outline): readonly Address[] {
  const found = new Set<Address>()
  const seen = new Set<string>()
  const addressOf = addressReader(ANY_FOLDER)
  const search = (words: string): void => {
    if (found.size >= MOST || !words.includes('://')) return
    for (const [text] of words.matchAll(ADDRESS)) {
      if (seen.has(text)) continue
      seen.add(text)
      const target = addressOf(text)
      if (target.ok) found.add(target.address)
      if (found.size >= MOST) return
    }
  }
  for (const { attributes } of outline.elements) {
    for (const name in attributes) {
      const value = attributes[name] ?? ''
      if (value.includes('://') && (LEADING.has(name) || (name === 'href' && SCRIPTED.test(value))))
        search(value)
    }
  }
  search(outline.scripts)
  return [...found]
}
