import { addDocument } from './add-document.ts'
import { addScriptJumps } from './add-guesses.ts'
import { cssUrls } from './css-urls.ts'
import { attribute, tag, tagSet } from './html-names.ts'
import { addLinksOf } from './link-emitter.ts'
import { kindNumber } from './link-kinds.ts'
import { addLink, clearRecords, type LinkRecords } from './link-records.ts'
import {
  bogusCommentEnd,
  cdataEnd,
  commentEnd,
  opensCdata,
  rawTextEnd,
  scriptEnd,
  xmlScriptEnd,
} from './markup-ends.ts'
import { standsAt } from './name-table.ts'
import { passOver } from './pass-over.ts'
import { addXmlStyle } from './svg-style.ts'
import { readTag, type Tag } from './tag-reader.ts'
import { endTag, isForeign, isInMidstOfBody, startTag, treeState } from './tree-state.ts'
import { utf8Of } from './utf8-of.ts'

const [LESS, SLASH, BANG, QUESTION, DASH, SPACE] = [0x3c, 0x2f, 0x21, 0x3f, 0x2d, 0x20]

const [SCRIPT, STYLE, TITLE, PLAINTEXT, FRAMESET, IFRAME, BODY] = [
  ...['script', 'style', 'title', 'plaintext', 'frameset', 'iframe', 'body'],
].map(tag)
const RAW_NAMES = ['style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'] as const
const RAW = tagSet(RAW_NAMES.join(' '))
const rawNames = new Map(RAW_NAMES.map((name) => [tag(name), name as string]))
const CSS = kindNumber('style')
const XML = /^\s*application\/xhtml\+xml\b/i
const A = tag('a')
const [ID, NAME, SRCDOC, TYPE] = ['id', 'name', 'srcdoc', 'type'].map(attribute) as [
  number,
  number,
  number,
  number,
]
/** What a second body element may not say again. */
const OF_BODY = ['background', 'style'].map(attribute)

const isLetter = (byte: number | undefined): boolean => {
  const lowered = (byte ?? 0) | 0x20
  return lowered >= 0x61 && lowered <= 0x7a
}

const isDash = (byte: number | undefined): boolean => byte === DASH

const hasLinks = ({ present, handlers, data }: Tag): boolean =>
  present.length > 0 || handlers.length > 0 || data.length > 0

/** Notes where the names stand that a fragment may mean: ids, and the name of an anchor (HTML §7.4.6.3). */
function noteIds(ids: number[], { name, start, end }: Tag): void {
  const [id = -1, anchor = -1] = [start[ID], start[NAME]]
  if (id >= 0) ids.push(id, end[ID] ?? 0)
  if (anchor >= 0 && name === A) ids.push(anchor, end[NAME] ?? 0)
}

/** Takes from a second body element what the first has said (HTML §13.2.6.4.7). */
function keepFirst({ start }: Tag, said: Set<number>): void {
  for (const place of OF_BODY) {
    if ((start[place] ?? -1) < 0) continue
    if (said.has(place)) start[place] = -1
    said.add(place)
  }
}

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] as number) <= SPACE) at += 1
  return at
}

/** The place of the next `<`; the length of the bytes without one. */
function nextTag(bytes: Uint8Array, from: number): number {
  const next = bytes.indexOf(LESS, from)
  return next < 0 ? bytes.length : next
}

/**
 * Reads the links of a page in one pass over its bytes, as a browser without scripts would find them (HTML §13.2): which
 * tags there are is decided as its tokeniser does, which of them count as its tree does. Nothing is decoded and no text is
 * made but where a script has to be guessed at. The results stay in `records` until the next page. `contentType`: the
 * header, where it is known: XHTML has its own rules, and UTF-16 may be named there only.
 */
export function scanLinks(page: Uint8Array, records: LinkRecords, contentType: string | null = null): void {
  const bytes = utf8Of(page, contentType)
  const isXml = contentType !== null && XML.test(contentType)
  clearRecords(records, bytes)
  const { signs, tag: read } = records
  const { length } = bytes
  const state = treeState()
  let at = 0
  let headLinks = 0
  const ofBody = new Set<number>()

  /** Whether the style element that was read last is one (HTML §4.2.6). */
  const isCss = (): boolean => {
    const [from, to] = [read.start[TYPE] ?? -1, read.end[TYPE] ?? 0]
    return from < 0 || from === to || (to - from === 8 && standsAt(bytes, from, 'text/css'))
  }

  const styled = (from: number, to: number): void => {
    cssUrls(bytes, from, to, (start, end) => addLink(records, CSS, start, end, start))
  }

  /** The same of XML, where there is no such element but for styles; an element may end in its start tag. */
  const afterXml = (from: number, isOutside: boolean): number => {
    const { name } = read
    if (read.isSelfClosing) endTag(state, name, bytes, from)
    else if (name === STYLE && isOutside && isCss()) return addXmlStyle(records, from)
    else if (name === TITLE && signs.titleEnd === 0) {
      signs.titleStart = from
      signs.titleEnd = nextTag(bytes, from)
    }
    return from
  }

  /** The place after the content of an element that is not read as tags; `from` where there is none such. */
  const afterRaw = (from: number, isOutside: boolean): number => {
    const { name } = read
    if (isXml && (name !== SCRIPT || read.isSelfClosing)) return afterXml(from, isOutside)
    if (name === SCRIPT) {
      const end = isXml ? xmlScriptEnd(bytes, from) : scriptEnd(bytes, from)
      if (isOutside && !records.followedOnly) addScriptJumps(records, read, from, end)
      return end
    }
    if (name === PLAINTEXT) return length
    if (name < 0 || RAW[name] !== 1) return from
    const end = rawTextEnd(bytes, from, rawNames.get(name) ?? '')
    if (name === STYLE && isOutside && !records.followedOnly && isCss()) styled(from, end)
    if (name === TITLE && signs.titleEnd === 0) {
      signs.titleStart = from
      signs.titleEnd = end
    }
    return end
  }

  const opened = (from: number): number => {
    const end = readTag(read, bytes, from + 1, records.ids !== null)
    if (end < 0) return length
    const { name } = read
    const wasOutside = state.templates === 0
    const wasBegun = state.isBodyBegun
    const taken = startTag(state, read, bytes)
    if (taken === 'ignored') return end
    if (records.ids !== null && wasOutside) noteIds(records.ids, read)
    if (taken === 'html' && name === FRAMESET && state.framesets === 1 && wasBegun) records.count = headLinks
    if (!wasBegun && state.isBodyBegun) headLinks = records.count
    const isOutside = state.templates === 0
    if (taken === 'html' && name === BODY) keepFirst(read, ofBody)
    if (isOutside && hasLinks(read)) addLinksOf(records, read, taken, from)
    const srcdoc = taken === 'html' && name === IFRAME && isOutside ? (read.start[SRCDOC] ?? -1) : -1
    if (srcdoc >= 0) addDocument(records, { from: srcdoc, to: read.end[SRCDOC] ?? 0, at: from }, scanLinks)
    if (taken === 'html') return afterRaw(end, isOutside)
    if (taken === 'svg' && name === STYLE && isOutside && !read.isSelfClosing)
      return addXmlStyle(records, end)
    return end
  }

  const closed = (from: number): number => {
    if (isLetter(bytes[from + 2])) {
      const end = readTag(read, bytes, from + 2)
      if (end < 0) return length
      endTag(state, read.name, bytes, from)
      return end
    }
    return bogusCommentEnd(bytes, from + 2)
  }

  const declared = (from: number): number => {
    if (isDash(bytes[from + 2]) && isDash(bytes[from + 3])) return commentEnd(bytes, from)
    if (opensCdata(bytes, from + 2) && (isXml || isForeign(state))) return cdataEnd(bytes, from + 9)
    return bogusCommentEnd(bytes, from + 2)
  }

  while (at < length) {
    if (isInMidstOfBody(state)) at = passOver(records, at)
    const from = at
    const text = afterSpace(bytes, from)
    at = nextTag(bytes, text)
    if (at > text) {
      signs.textBytes += at - text
      if (!isForeign(state)) state.mayBeFrameset = false
    }
    if (at >= length) break
    const next = bytes[at + 1]
    if (isLetter(next)) at = opened(at)
    else if (next === SLASH) at = closed(at)
    else if (next === BANG) at = declared(at)
    else if (next === QUESTION) at = bogusCommentEnd(bytes, at + 1)
    else {
      state.mayBeFrameset = false
      at += 1
    }
    if (at === from) at += 1
  }
}
