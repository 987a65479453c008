import { cssUrls } from './css-urls.ts'
import { attribute, tag, tagSet } from './html-names.ts'
import { addLinksOf, addScriptJumps } from './link-emitter.ts'
import { kindNumber } from './link-kinds.ts'
import { addLink, clearRecords, type LinkRecords } from './link-records.ts'
import { bogusCommentEnd, cdataEnd, commentEnd, opensCdata, rawTextEnd, scriptEnd } from './markup-ends.ts'
import { emptyTag, readTag, type Tag } from './tag-reader.ts'
import { endTag, isForeign, startTag, treeState } from './tree-state.ts'
import { utf8Of } from './utf8-of.ts'

const [LESS, SLASH, BANG, QUESTION, DASH, SPACE] = [0x3c, 0x2f, 0x21, 0x3f, 0x2d, 0x20]

const [SCRIPT, STYLE, TITLE, PLAINTEXT, FRAMESET] = ['script', 'style', 'title', 'plaintext', 'frameset'].map(
  tag,
)
const RAW_NAMES = ['style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'] as const
const RAW = tagSet(RAW_NAMES.join(' '))
const rawNames = new Map(RAW_NAMES.map((name) => [tag(name), name as string]))
const CSS = kindNumber('style')
const A = tag('a')
const [ID, NAME] = ['id', 'name'].map(attribute) as [number, number]

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

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] as number) <= SPACE) at += 1
  return at
}

/**
 * The place of the next `<`; the length of the bytes without one. Four bytes at a time: a word that has the byte, and no
 * other, has a zero byte after the exclusive or (Warren, Hacker's Delight, §6-1).
 */
function nextTag(bytes: Uint8Array, view: DataView, from: number): number {
  const { length } = bytes
  const last = length - 4
  let at = from
  for (; at <= last; at += 4) {
    const word = view.getInt32(at, true) ^ 0x3c3c3c3c
    if (((word - 0x01010101) & ~word & 0x80808080) !== 0) break
  }
  while (at < length && bytes[at] !== LESS) at += 1
  return at
}

/**
 * Reads the links of a page in one pass over its bytes, as a browser without scripts would find them (HTML §13.2): which
 * tags there are is decided as its tokeniser does, which of them count as its tree does. Nothing is decoded and no text is
 * made but where a script has to be guessed at. The results stay in `records` until the next page.
 */
export function scanLinks(page: Uint8Array, records: LinkRecords): void {
  const bytes = utf8Of(page)
  clearRecords(records, bytes)
  const { signs } = records
  const { length } = bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  const state = treeState()
  const read = emptyTag()
  let at = 0
  let headLinks = 0

  const styled = (from: number, to: number): void => {
    cssUrls(bytes, from, to, (start, end) => addLink(records, CSS, start, end, start))
  }

  /** The place after the content of an element that is not read as tags; `from` where there is none such. */
  const afterRaw = (from: number, isOutside: boolean): number => {
    const { name } = read
    if (name === SCRIPT) {
      const end = scriptEnd(bytes, from)
      if (isOutside) addScriptJumps(records, from, end, from)
      return end
    }
    if (name === PLAINTEXT) return length
    if (name < 0 || RAW[name] !== 1) return from
    const end = rawTextEnd(bytes, from, rawNames.get(name) ?? '')
    if (name === STYLE && isOutside) styled(from, end)
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
    if (records.ids !== null) noteIds(records.ids, read)
    const wasBegun = state.isBodyBegun
    const taken = startTag(state, read, bytes)
    if (taken === 'ignored') return end
    if (taken === 'html' && name === FRAMESET && state.framesets === 1 && wasBegun) records.count = headLinks
    if (!wasBegun && state.isBodyBegun) headLinks = records.count
    const isOutside = state.templates === 0
    if (isOutside && hasLinks(read)) addLinksOf(records, read, taken, from)
    if (taken === 'html') return afterRaw(end, isOutside)
    if (taken === 'svg' && name === STYLE && isOutside) {
      const next = bytes.indexOf(LESS, end)
      styled(end, next < 0 ? length : next)
    }
    return end
  }

  const closed = (from: number): number => {
    if (isLetter(bytes[from + 2])) {
      const end = readTag(read, bytes, from + 2)
      if (end < 0) return length
      endTag(state, read.name)
      return end
    }
    return bogusCommentEnd(bytes, from + 2)
  }

  const declared = (from: number): number => {
    if (isDash(bytes[from + 2]) && isDash(bytes[from + 3])) return commentEnd(bytes, from)
    if (opensCdata(bytes, from + 2) && isForeign(state)) return cdataEnd(bytes, from + 9)
    return bogusCommentEnd(bytes, from + 2)
  }

  while (at < length) {
    const from = at
    const text = afterSpace(bytes, from)
    at = nextTag(bytes, view, text)
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
