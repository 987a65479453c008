import { emptyTag, type Tag } from './tag-reader.ts'
import { newlinesIn } from './word-scan.ts'

/** What is seen of a page in passing, beside its links. */
export interface PageSigns {
  /** Where the title's text stands; both 0 without one. */
  titleStart: number
  titleEnd: number
  /** Bytes of text outside of tags, scripts and styles, white space before it not counted. */
  textBytes: number
  /** Input fields of the type password. */
  passwordInputs: number
}

/** The links of a page as numbers in lists that are used again from page to page. */
export interface LinkRecords {
  /** The bytes that places refer to: the page's own, or its UTF-8 where it was UTF-16. */
  bytes: Uint8Array
  /** The same bytes, to read four of them at a time. */
  view: DataView
  count: number
  /** Whether there were more links than the limit. */
  truncated: boolean
  /** Places in LINK_KINDS. */
  kind: Uint8Array
  /** Where the value stands, white space around it left out. */
  start: Int32Array
  end: Int32Array
  /** 1-based line of the tag. */
  line: Int32Array
  /** 1 where the value holds only characters that stand for themselves in a path or query, from its first letter on. */
  plain: Uint8Array
  /** Values that stand nowhere as they are, by place in the lists: character references resolved, a byte a character. */
  readonly texts: Map<number, string>
  /** Place in the lists of the first base element's address, which is no link; -1 for none. */
  baseStart: number
  baseEnd: number
  readonly signs: PageSigns
  /** The tag that is being read. */
  readonly tag: Tag
  readonly limit: number
  /** Places of names that fragments may mean, two for each; null where they are not wanted. */
  readonly ids: number[] | null
  /** Where tags stand that were passed over, and their sizes, by a hash of their first letters; a size of 0: none yet. */
  readonly passedStart: Int32Array
  readonly passedSize: Int32Array
  /** Whether only the links are wanted that readers follow (`a` and `area`), without their lines and whether they are plain. */
  readonly followedOnly: boolean
  /** How far lines were counted, and the line there. */
  counted: number
  countedLine: number
}

const FIRST_LENGTH = 512
/** Kinds of tags that are remembered. */
const PASSED = 256
/** Links of one page that are read: ten times as many as the largest pages hold. */
const MOST_LINKS = 1_000_000

/**
 * Empty records. `limit`: most links of a page that are kept; `wantsIds`: whether fragments are to be checked;
 * `followedOnly`: whether only the links are wanted that readers follow, without their lines and whether they are plain.
 */
export const linkRecords = (limit = MOST_LINKS, wantsIds = false, followedOnly = false): LinkRecords => ({
  followedOnly,
  ids: wantsIds ? [] : null,
  bytes: new Uint8Array(),
  view: new DataView(new ArrayBuffer(0)),
  count: 0,
  truncated: false,
  kind: new Uint8Array(FIRST_LENGTH),
  start: new Int32Array(FIRST_LENGTH),
  end: new Int32Array(FIRST_LENGTH),
  line: new Int32Array(FIRST_LENGTH),
  plain: new Uint8Array(FIRST_LENGTH),
  texts: new Map(),
  baseStart: 0,
  baseEnd: -1,
  signs: { titleStart: 0, titleEnd: 0, textBytes: 0, passwordInputs: 0 },
  tag: emptyTag(),
  limit,
  passedStart: new Int32Array(PASSED),
  passedSize: new Int32Array(PASSED),
  counted: 0,
  countedLine: 1,
})

/** Empties records for the next page. */
export function clearRecords(records: LinkRecords, bytes: Uint8Array): void {
  const { signs } = records
  records.bytes = bytes
  records.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  records.count = 0
  records.truncated = false
  if (records.texts.size > 0) records.texts.clear()
  if (records.ids !== null) records.ids.length = 0
  records.baseStart = 0
  records.baseEnd = -1
  records.passedSize.fill(0)
  records.counted = 0
  records.countedLine = 1
  signs.titleStart = 0
  signs.titleEnd = 0
  signs.textBytes = 0
  signs.passwordInputs = 0
}

function enlarge(records: LinkRecords): void {
  const length = records.kind.length * 2
  for (const name of ['kind', 'plain'] as const) {
    const larger = new Uint8Array(length)
    larger.set(records[name])
    records[name] = larger
  }
  for (const name of ['start', 'end', 'line'] as const) {
    const larger = new Int32Array(length)
    larger.set(records[name])
    records[name] = larger
  }
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c

/** Characters as in core/plain-address.ts: nothing of them has to be decoded or brought into canonical form. */
const PLAIN = new Uint8Array(256)
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.~/@=+,;!$()*?') {
  PLAIN[letter.charCodeAt(0)] = 1
}

const SLASH = 0x2f
const DOT = 0x2e
const QUESTION = 0x3f

/** Whether a value begins with a letter, a digit or one slash, holds only plain characters and no dot after a slash. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0
  if (first === DOT || first === QUESTION || (first === SLASH && bytes[start + 1] === SLASH)) return false
  let before = 0
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (PLAIN[byte] === 0 || (byte === DOT && before === SLASH)) return false
    before = byte
  }
  return end > start
}

/** The line of a place, counted from the last one that was asked for; places come in the order of the page. */
function lineOf(records: LinkRecords, place: number): number {
  if (place > records.counted) {
    records.countedLine += newlinesIn(records.bytes, records.view, records.counted, place)
  }
  records.counted = Math.max(records.counted, place)
  return records.countedLine
}

/** Adds a link whose value stands between two places of the bytes; it is reported on the line of `at`. */
export function addLink(records: LinkRecords, kind: number, from: number, to: number, at: number): void {
  if (records.count >= records.limit) {
    records.truncated = true
    return
  }
  let [start, end] = [from, to]
  const { bytes, count } = records
  while (start < end && isSpace(bytes[start])) start += 1
  while (end > start && isSpace(bytes[end - 1])) end -= 1
  if (count === records.kind.length) enlarge(records)
  records.kind[count] = kind
  records.start[count] = start
  records.end[count] = end
  records.count = count + 1
  if (records.followedOnly) return
  records.line[count] = lineOf(records, at)
  records.plain[count] = isPlain(bytes, start, end) ? 1 : 0
}

/** Adds a link whose value had to be put together: a byte a character, character references resolved. */
export function addText(records: LinkRecords, kind: number, text: string, at: number): void {
  const place = records.count
  addLink(records, kind, 0, 0, at)
  if (records.count > place) records.texts.set(place, text)
}
