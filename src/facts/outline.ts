import type { Attributes } from './markup/attributes.ts'
import { readMarkup } from './markup/events.ts'
import { foldSpace, lineOf } from './markup/fold-space.ts'
import { recordsIn } from './markup/records.ts'
import { knownTag, type Tag } from './markup/tags.ts'

/** An element and the part of the visible text that it holds. */
export interface Element {
  readonly name: string
  readonly attributes: Attributes
  /** Place of the parent in the list of elements; -1 for none. */
  readonly parent: number
  readonly start: number
  end: number
}

/** A page as one flat list of elements over one visible text: what every other reader works on. */
export interface Outline {
  /** Visible text; blocks end with a line break. Offsets of elements point into it. */
  readonly text: string
  readonly elements: readonly Element[]
  readonly title: string
  readonly metas: readonly { readonly name: string; readonly content: string }[]
  /** Places of elements that stand in no tags of the page, but in data that a script shows. */
  readonly shown: readonly { readonly from: number; readonly to: number }[]
  /** Inline scripts, joined. */
  readonly scripts: string
}

/** No page of a site comes near these; what is beyond them is not read, whoever sent it. */
const MOST_ELEMENTS = 200_000
const MOST_TEXT = 4_000_000
const MOST_SCRIPTS = 300_000
const LONGEST_TITLE = 1000
/** Pieces of text are joined in so many at a time. */
const MOST_PIECES = 4096

const TITLE = knownTag('title')
const SCRIPT = knownTag('script')
const SVG = knownTag('svg')
const BODY = knownTag('body')
const DIV = knownTag('div')

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i

const isHidden = (attributes: Attributes): boolean =>
  attributes.hidden !== undefined ||
  attributes.type === 'hidden' ||
  (attributes.style !== undefined && HIDDEN_STYLE.test(attributes.style))

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/**
 * Reads a page in one pass, without recursion; its pieces are parts of one text. Never throws; a page beyond the limits
 * is read up to them. Rows that some systems keep in CDATA sections for a script to show count as what a reader sees.
 */
export function outlineOf(pieces: readonly string[]): Outline {
  const elements: Element[] = []
  const metas: { name: string; content: string }[] = []
  /** Open elements: the tag, its place in `elements`, whether what stands in it is unseen. */
  const tags: Tag[] = []
  const places: number[] = []
  const unseen: boolean[] = []
  const parts: string[] = []
  let line: string[] = []
  let length = 0
  /** The last character of the visible text so far. */
  let last = 0
  /** Whether a tag stood since the last text: numbers of two elements are two numbers. */
  let tagged = false
  let title = ''
  /** Which title element is the page's: the first one that says something. Pictures have titles of their own. */
  let titled: number | null = null
  let svgs = 0
  let scripts = ''
  let script = ''
  const shown: { readonly from: number; readonly to: number }[] = []
  /** Whether records are being read: there are none in records. */
  let isShowing = false
  const add = (words: string): void => {
    line.push(words)
    length += words.length
    last = words.charCodeAt(words.length - 1)
    if (line.length < MOST_PIECES) return
    parts.push(line.join(''))
    line = []
  }
  const open = (tag: Tag, attributes: Attributes): void => {
    const { name } = tag
    tagged = true
    if (tag.isBlock) add('\n')
    const isUnseen = unseen.at(-1) === true || tag.isUnseen || (tag !== BODY && isHidden(attributes))
    elements.push({ name, attributes, parent: places.at(-1) ?? -1, start: length, end: length })
    if (!tag.isVoid) {
      tags.push(tag)
      places.push(elements.length - 1)
      unseen.push(isUnseen)
      if (tag === SVG) svgs += 1
    } else if (name === 'meta') {
      const key = attributes.name ?? attributes.property ?? attributes['http-equiv'] ?? ''
      metas.push({ name: key.toLowerCase(), content: attributes.content ?? '' })
    }
  }
  const close = (tag: Tag): void => {
    tagged = true
    tags.pop()
    unseen.pop()
    const element = elements[places.pop() ?? -1]
    if (element !== undefined) element.end = length
    if (tag.isBlock) add('\n')
    if (tag === SVG) svgs -= 1
    if (tag !== SCRIPT || script === '') return
    const written = script
    script = ''
    const rows = recordsIn(written)
    if (rows !== null) showRecords(rows)
    else if (scripts.length < MOST_SCRIPTS) scripts += written.slice(0, MOST_SCRIPTS)
  }
  const read = (words: string): void => {
    const tag = tags.at(-1)
    if (tag === TITLE) {
      if (svgs > 0) return
      titled ??= places.at(-1) ?? null
      if (titled === places.at(-1) && title.length < LONGEST_TITLE) title += words
    } else if (tag === SCRIPT) {
      if (script.length < MOST_TEXT) script += words
    } else if (unseen.at(-1) !== true && length < MOST_TEXT) {
      if (tagged && isDigit(last) && isDigit(words.charCodeAt(0))) add(' ')
      tagged = false
      add(foldSpace(words))
    }
  }
  const isFull = (): boolean => elements.length >= MOST_ELEMENTS || length >= MOST_TEXT
  const records = (html: string): void => {
    if (tags.some(({ name }) => name === 'datastore')) showRecords(html)
  }
  const reader = { open, close, text: read, records, isFull }
  const showRecords = (html: string): void => {
    if (isShowing || isFull()) return
    isShowing = true
    const from = elements.length
    open(DIV, {})
    unseen[unseen.length - 1] = false
    readMarkup([html], reader)
    close(DIV)
    shown.push({ from, to: elements.length })
    isShowing = false
  }
  readMarkup(pieces, reader)
  parts.push(line.join(''))
  return {
    text: parts.join(''),
    elements,
    title: title.slice(0, LONGEST_TITLE).replace(/\s+/g, ' ').trim(),
    metas,
    shown,
    scripts,
  }
}

/** An element's visible text, white space folded. */
export const textOf = (outline: Outline, element: Pick<Element, 'start' | 'end'>): string =>
  lineOf(outline.text, element.start, element.end)
