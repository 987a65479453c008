import { decodeHTMLAttribute } from 'entities'
import { addParts } from './add-parts.ts'
import { byteText } from './byte-text.ts'
import { cssUrls } from './css-urls.ts'
import { jumpsIn, looksLikeAddress } from './guesses.ts'
import { attribute, TAG_COUNT, tag } from './html-names.ts'
import { kindNumber } from './link-kinds.ts'
import { addLink, addText, type LinkRecords } from './link-records.ts'
import { standsAt } from './name-table.ts'
import { refreshTarget } from './refresh.ts'
import { srcsetImages } from './srcset.ts'
import type { Tag } from './tag-reader.ts'
import type { Taken } from './tree-state.ts'

type How = 'address' | 'srcset'

/** Which attributes of which elements of HTML are links. */
const LINKS: readonly (readonly [element: string, name: string, kind: string, how?: How])[] = [
  ['a', 'href', 'a'],
  ['area', 'href', 'area'],
  ['link', 'href', 'link'],
  ['link', 'imagesrcset', 'srcset', 'srcset'],
  ['img', 'src', 'img'],
  ['img', 'srcset', 'srcset', 'srcset'],
  ['image', 'src', 'img'],
  ['image', 'srcset', 'srcset', 'srcset'],
  ['source', 'src', 'source'],
  ['source', 'srcset', 'srcset', 'srcset'],
  ['video', 'src', 'video'],
  ['video', 'poster', 'poster'],
  ['audio', 'src', 'audio'],
  ['track', 'src', 'track'],
  ['iframe', 'src', 'iframe'],
  ['frame', 'src', 'frame'],
  ['object', 'data', 'object'],
  ['embed', 'src', 'embed'],
  ['script', 'src', 'script'],
  ['form', 'action', 'form'],
  ['input', 'src', 'input'],
  ['input', 'formaction', 'form'],
  ['button', 'formaction', 'form'],
  ...['body', 'table', 'td', 'th', 'tr'].map((name) => [name, 'background', 'background'] as const),
]

interface Rule {
  readonly attribute: number
  readonly kind: number
  readonly isSet: boolean
}

/** By the number of the element's name. */
const rules: readonly (readonly Rule[])[] = Array.from({ length: TAG_COUNT }, (_, number) =>
  LINKS.filter(([element]) => tag(element) === number).map(([, name, kind, how]) => ({
    attribute: attribute(name),
    kind: kindNumber(kind),
    isSet: how === 'srcset',
  })),
)

/** Elements of SVG whose href is loaded or followed. */
const SVG_LINKS = new Set(['a', 'use', 'image', 'script', 'feimage'].map(tag))

const [HREF, XLINK, STYLE, VALUE, TYPE, CONTENT, EQUIV] = [
  ...['href', 'xlink:href', 'style', 'value', 'type', 'content', 'http-equiv'],
].map(attribute) as [number, number, number, number, number, number, number]
const [META, OPTION, INPUT, BASE] = ['meta', 'option', 'input', 'base'].map(tag)
const [SVG, CSS, REFRESH, CLICK, CHOICE, DATA, JUMP, PICTURE] = [
  ...['svg', 'style', 'refresh', 'onclick', 'option', 'data', 'script-jump', 'input'],
].map(kindNumber) as [number, number, number, number, number, number, number, number]

const isWord = (records: LinkRecords, read: Tag, name: number, word: string): boolean => {
  const start = read.start[name] ?? -1
  return start >= 0 && (read.end[name] ?? 0) - start === word.length && standsAt(records.bytes, start, word)
}

const JAVASCRIPT = 'javascript:'

/** Adds where a piece of code leads that stands between two places. */
function addJumps(records: LinkRecords, kind: number, from: number, to: number, at: number): void {
  const text = byteText(records.bytes, from, to)
  if (!text.includes('location') && !text.includes('open')) return
  const code = text.includes('&') && kind !== JUMP ? decodeHTMLAttribute(text) : text
  for (const jump of jumpsIn(code)) addText(records, kind, jump, at)
}

/** Adds where the code of a script element leads. */
export const addScriptJumps = (records: LinkRecords, from: number, to: number, at: number): void =>
  addJumps(records, JUMP, from, to, at)

function addGuesses(records: LinkRecords, read: Tag, at: number): void {
  const { handlers, data } = read
  for (let part = 0; part < handlers.length; part += 2) {
    addJumps(records, CLICK, handlers[part] ?? 0, handlers[part + 1] ?? 0, at)
  }
  for (let part = 0; part < data.length; part += 2) {
    const [start = 0, end = 0] = [data[part], data[part + 1]]
    if (looksLikeAddress(byteText(records.bytes, start, end))) addLink(records, DATA, start, end, at)
  }
  const href = read.start[HREF] ?? -1
  if (href >= 0 && standsAt(records.bytes, href, JAVASCRIPT)) {
    addJumps(records, CLICK, href, read.end[HREF] ?? 0, at)
  }
}

function addOfHtml(records: LinkRecords, read: Tag, at: number): void {
  const { name, start, end } = read
  if (name < 0) return
  const list = rules[name]
  if (list !== undefined) {
    for (const { attribute: place, kind, isSet } of list) {
      const from = start[place] ?? -1
      if (from < 0) continue
      if (kind === PICTURE && !isWord(records, read, TYPE, 'image')) continue
      if (isSet) addParts(records, kind, srcsetImages, { from, to: end[place] ?? 0, at })
      else addLink(records, kind, from, end[place] ?? 0, at)
    }
  }
  if (name === META && isWord(records, read, EQUIV, 'refresh') && (start[CONTENT] ?? -1) >= 0) {
    addParts(records, REFRESH, refreshTarget, { from: start[CONTENT] ?? 0, to: end[CONTENT] ?? 0, at })
  }
  if (name === OPTION && (start[VALUE] ?? -1) >= 0) {
    const value = byteText(records.bytes, start[VALUE] ?? 0, end[VALUE] ?? 0)
    if (looksLikeAddress(value)) addLink(records, CHOICE, start[VALUE] ?? 0, end[VALUE] ?? 0, at)
  }
  if (name === BASE && records.baseEnd < 0 && (start[HREF] ?? -1) >= 0) {
    records.baseStart = start[HREF] ?? 0
    records.baseEnd = end[HREF] ?? 0
  }
  if (name === INPUT && isWord(records, read, TYPE, 'password')) records.signs.passwordInputs += 1
}

/** Adds the links of a start tag. */
export function addLinksOf(records: LinkRecords, read: Tag, taken: Taken, at: number): void {
  if (taken === 'html') addOfHtml(records, read, at)
  else if (taken === 'svg' && SVG_LINKS.has(read.name)) {
    const place = (read.start[HREF] ?? -1) >= 0 ? HREF : XLINK
    if ((read.start[place] ?? -1) >= 0)
      addLink(records, SVG, read.start[place] ?? 0, read.end[place] ?? 0, at)
  }
  if ((read.start[STYLE] ?? -1) >= 0) {
    addParts(records, CSS, cssUrls, {
      from: read.start[STYLE] ?? 0,
      to: read.end[STYLE] ?? 0,
      at,
      isStyle: true,
    })
  }
  if (read.handlers.length > 0 || read.data.length > 0 || (read.start[HREF] ?? -1) >= 0) {
    addGuesses(records, read, at)
  }
}
