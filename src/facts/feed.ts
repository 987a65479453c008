import { XMLParser } from 'fast-xml-parser'
import { type Address, toAddress } from '../core/address.ts'
import { type Day, dayAt } from '../core/day.ts'
import { datesIn, isPlausible } from './dates.ts'
import type { Entry } from './page.ts'

/** A feed (RSS 0.9–2.0, Atom): its title and its entries, in its order. */
export interface Feed {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** How a feed begins: declarations, comments, and the root. */
const BEGINNING =
  /^[\s\ufeff]*(?:<\?[^>]{0,500}>\s*|<!--(?:(?!-->)[\s\S]){0,2000}-->\s*){0,20}<(?:rss|feed|rdf:RDF)\b/i
/** Longer feeds are not read, in characters. */
const LONGEST = 4_000_000
const MOST_ENTRIES = 2_000

type Node = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  isArray: (name) => name === 'item' || name === 'entry' || name === 'link',
})

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The words of an element, whether it has attributes or not; the first of several. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim()
  if (Array.isArray(value)) return wordsOf(value[0])
  return isNode(value) ? wordsOf(value['#text'] ?? '') : ''
}

/** Where an entry leads: the text of its link (RSS), or the address of the link that is the entry itself (Atom). */
function linkOf(node: Node): string {
  const links: readonly unknown[] = Array.isArray(node.link) ? node.link : []
  const own = links.find(
    (one) => isNode(one) && (one['@rel'] === undefined || one['@rel'] === 'alternate') && '@href' in one,
  )
  return isNode(own) ? String(own['@href']) : wordsOf(node.link)
}

/** The words of the day of publication; Atom's `updated` is none. */
const dateWordsOf = (node: Node): string =>
  wordsOf(node.pubDate) || wordsOf(node.published) || wordsOf(node['dc:date'])

function dayOf(words: string, today: Day): Day | null {
  const instant = Date.parse(words)
  const hasZone = /(?:[+-]\d\d:?\d\d|Z|GMT|UTC?)\s*$/i.test(words)
  const day = hasZone && Number.isFinite(instant) ? dayAt(instant) : (datesIn(words, today)[0]?.day ?? null)
  return day !== null && isPlausible(day, today) ? day : null
}

function entryOf(node: Node, base: Address, today: Day): Entry {
  const dateText = dateWordsOf(node)
  return {
    title: wordsOf(node.title),
    address: toAddress(linkOf(node), base),
    date: dayOf(dateText, today),
    dateText,
  }
}

/** Reads a feed; null for what is none, is broken, or is longer than is read. Relative addresses are those of `base`. */
export function feedOf(pieces: readonly string[], base: Address, today: Day): Feed | null {
  if (!BEGINNING.test(pieces[0] ?? '')) return null
  if (pieces.reduce((sum, piece) => sum + piece.length, 0) > LONGEST) return null
  try {
    const { rss, feed, 'rdf:RDF': rdf } = parser.parse(pieces.join('')) as Node
    const root = [rss, feed, rdf].find(isNode)
    if (root === undefined) return null
    const channel = isNode(root.channel) ? root.channel : root
    const nodes = [channel.item, root.item, root.entry].flatMap((list) => (Array.isArray(list) ? list : []))
    const entries = nodes.filter(isNode).slice(0, MOST_ENTRIES)
    return { title: wordsOf(channel.title), entries: entries.map((node) => entryOf(node, base, today)) }
  } catch {
    return null
  }
}
