import { type Address, toAddress } from '../core/address.ts'
import type { Outline } from './outline.ts'

/** Attributes by which scripts, menus, frames and forms lead to an address without a link. */
const LEADING = ['onclick', 'onchange', 'value', 'data-href', 'data-url', 'src', 'action'] as const
const SCRIPTED = /^\s*javascript:/i
const ADDRESS = /https?:\/\/[^\s'"<>\\()]+/gi
const MOST = 300

/** Whole addresses that stand on a page otherwise than as a link: in scripts, menus to choose from, frames and forms. */
export function mentionsOf(outline: Outline): readonly Address[] {
  const found = new Set<Address>()
  const search = (words: string): void => {
    if (found.size >= MOST || !words.includes('://')) return
    for (const [text] of words.matchAll(ADDRESS)) {
      const address = toAddress(text)
      if (address !== null && found.size < MOST) found.add(address)
    }
  }
  for (const { attributes } of outline.elements) {
    for (const name of LEADING) search(attributes[name] ?? '')
    if (SCRIPTED.test(attributes.href ?? '')) search(attributes.href ?? '')
  }
  search(outline.scripts)
  return [...found]
}
