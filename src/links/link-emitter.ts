import { addGuesses } from './add-guesses.ts'
import { addParts } from './add-parts.ts'
import { byteText } from './byte-text.ts'
import { declarationUrls } from './css-urls.ts'
import { looksLikeAddress } from './guesses.ts'
import { attribute, tag } from './html-names.ts'
import { kindNumber } from './link-kinds.ts'
import { addLink, type LinkRecords } from './link-records.ts'
import { LINK_RULES } from './link-rules.ts'
import { standsAt } from './name-table.ts'
import { refreshTarget } from './refresh.ts'
import { srcsetImages } from './srcset.ts'
import type { Tag } from './tag-reader.ts'
import type { Taken } from './tree-state.ts'

/** Elements of SVG whose href is loaded or followed. */
const SVG_LINKS = new Set(['a', 'use', 'image', 'script', 'feimage'].map(tag))
const [HREF, XLINK, STYLE, VALUE, TYPE, CONTENT, EQUIV, REL] = [
  ...['href', 'xlink:href', 'style', 'value', 'type', 'content', 'http-equiv', 'rel'],
].map(attribute) as [number, number, number, number, number, number, number, number]
const [META, OPTION, INPUT, BASE, A, AREA] = ['meta', 'option', 'input', 'base', 'a', 'area'].map(tag)
const [ANCHOR, PLACE] = ['a', 'area'].map(kindNumber) as [number, number]
const [SVG, CSS, REFRESH, CHOICE, PICTURE, LINK, HINT] = [
  ...['svg', 'style', 'refresh', 'option', 'input', 'link', 'hint'],
].map(kindNumber) as [number, number, number, number, number, number, number]

const isWord = (records: LinkRecords, read: Tag, name: number, word: string): boolean => {
  const start = read.start[name] ?? -1
  return start >= 0 && (read.end[name] ?? 0) - start === word.length && standsAt(records.bytes, start, word)
}

/** Whether a link element only names a host to look up or to connect to. */
function isHint(records: LinkRecords, read: Tag): boolean {
  const start = read.start[REL] ?? -1
  if (start < 0) return false
  return /^\s*(?:(?:dns-prefetch|preconnect)\s*)+$/i.test(byteText(records.bytes, start, read.end[REL] ?? 0))
}

function addOfHtml(records: LinkRecords, read: Tag, at: number): void {
  const { name, start, end } = read
  if (name < 0) return
  const list = LINK_RULES[name]
  if (list !== undefined) {
    for (const { attribute: place, kind, isSet } of list) {
      const from = start[place] ?? -1
      if (from < 0) continue
      if (kind === PICTURE && !isWord(records, read, TYPE, 'image')) continue
      if (isSet) addParts(records, kind, srcsetImages, { from, to: end[place] ?? 0, at })
      else addLink(records, kind === LINK && isHint(records, read) ? HINT : kind, from, end[place] ?? 0, at)
    }
  }
  if (name === META && isWord(records, read, EQUIV, 'refresh') && (start[CONTENT] ?? -1) >= 0) {
    addParts(records, REFRESH, refreshTarget, { from: start[CONTENT] ?? 0, to: end[CONTENT] ?? 0, at })
  }
  if (name === OPTION && (start[VALUE] ?? -1) >= 0) {
    const value = byteText(records.bytes, start[VALUE] ?? 0, end[VALUE] ?? 0)
    if (looksLikeAddress(value)) addLink(records, CHOICE, start[VALUE] ?? 0, end[VALUE] ?? 0, at)
  }
  noteBase(records, read)
  if (name === INPUT && isWord(records, read, TYPE, 'password')) records.signs.passwordInputs += 1
}

function noteBase(records: LinkRecords, { name, start, end }: Tag): void {
  if (name !== BASE || records.baseEnd >= 0 || (start[HREF] ?? -1) < 0) return
  records.baseStart = start[HREF] ?? 0
  records.baseEnd = end[HREF] ?? 0
}

/** Adds the link of a start tag that readers follow. */
function addFollowed(records: LinkRecords, read: Tag, taken: Taken, at: number): void {
  const { name, start, end } = read
  if (taken === 'html') {
    if (name === A || name === AREA) {
      const from = start[HREF] ?? -1
      if (from >= 0) addLink(records, name === A ? ANCHOR : PLACE, from, end[HREF] ?? 0, at)
    } else noteBase(records, read)
  } else if (taken === 'svg' && name === A) addOfSvg(records, read, at)
}

function addOfSvg(records: LinkRecords, read: Tag, at: number): void {
  const place = (read.start[HREF] ?? -1) >= 0 ? HREF : XLINK
  const from = read.start[place] ?? -1
  if (from >= 0 && SVG_LINKS.has(read.name)) addLink(records, SVG, from, read.end[place] ?? 0, at)
}

/** Adds the links of a start tag. */
export function addLinksOf(records: LinkRecords, read: Tag, taken: Taken, at: number): void {
  if (records.followedOnly) {
    addFollowed(records, read, taken, at)
    return
  }
  if (taken === 'html') addOfHtml(records, read, at)
  else if (taken === 'svg') addOfSvg(records, read, at)
  const style = read.start[STYLE] ?? -1
  if (style >= 0) {
    const place = { from: style, to: read.end[STYLE] ?? 0, at, isStyle: true } as const
    addParts(records, CSS, declarationUrls, place)
  }
  addGuesses(records, read, at)
}
