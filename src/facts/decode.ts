import { piecesOf } from './markup/pieces.ts'
import { metaCharset } from './meta-charset.ts'
import type { Charset } from './page.ts'

const GBK =
  /^(?:gb[-_ ]?2312(?:[-_]80)?|x?[-_]?gbk|gb[-_ ]?18030|cp[-_]?936|ms936|windows-936|chinese|csgb2312|hz-gb-2312)$/i

/** A charset label as TextDecoder takes it; every GBK label means gb18030, which holds them all. Null = unknown. */
export function charsetOf(label: string): string | null {
  const name = label
    .trim()
    .replace(/^["']|["';\s]+$/g, '')
    .toLowerCase()
  if (name === '') return null
  if (GBK.test(name)) return 'gb18030'
  if (/^utf[-_ ]?8/.test(name)) return 'utf-8'
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

/** So much of a page is looked through for the meta element that names its charset, and for one that is badly written. */
const [PRESCAN_BYTES, LOOSE_BYTES] = [65_536, 4096]
/** A page cut at the cap may end inside a character of up to four bytes. */
const CUT_TAIL = 3

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

const STRICT = new TextDecoder('utf-8', { fatal: true })
const LENIENT = new TextDecoder('utf-8')

/** The pieces as valid UTF-8, but for a character that the end of the body cuts; null when they are not. */
function validUtf8(pieces: readonly Uint8Array[]): readonly string[] | null {
  const texts: string[] = []
  for (const [at, piece] of pieces.entries()) {
    const text = strictly(piece, at === pieces.length - 1 ? CUT_TAIL : 0)
    if (text === null) return null
    texts.push(text)
  }
  return texts
}

/** Whether the last bytes of a piece are the beginning of one character (Unicode §3.9, table 3-7). */
function isCutCharacter([first = 0, ...others]: Uint8Array): boolean {
  return first >= 0xc2 && first <= 0xf4 && others.every((byte) => (byte & 0xc0) === 0x80)
}

/** A piece as UTF-8, without up to `tail` bytes of a character that its end cuts. */
function strictly(piece: Uint8Array, tail: number): string | null {
  for (let cut = 0; cut <= Math.min(tail, piece.length); cut += 1) {
    if (cut > 0 && !isCutCharacter(piece.subarray(piece.length - cut))) continue
    try {
      return STRICT.decode(piece.subarray(0, piece.length - cut))
    } catch {
      // Not UTF-8, or cut further to the left.
    }
  }
  return null
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return null
}

/** So many characters of a page that calls itself UTF-8 may be broken, one in this number: cut titles, pasted bytes. */
const ONE_BROKEN_IN = 20
const REPLACEMENT = 0xfffd

/** UTF-8 with a few broken characters; null when so much is broken that it must be something else. */
function nearlyUtf8(pieces: readonly Uint8Array[]): readonly string[] | null {
  const texts: string[] = []
  let broken = 0
  let foreign = 0
  for (const piece of pieces) {
    const text = LENIENT.decode(piece)
    texts.push(text)
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === REPLACEMENT) broken += 1
      if (code > 0x7f) foreign += 1
    }
  }
  return broken * ONE_BROKEN_IN <= foreign ? texts : null
}

/** What bytes look like that nothing names: Chinese comes in pairs of high bytes, Western accents stand alone. */
function likeliest(bytes: Uint8Array): 'gb18030' | 'windows-1252' {
  let alone = 0
  let paired = 0
  let run = 0
  for (const byte of bytes) {
    if (byte >= 0x80) {
      run += 1
      continue
    }
    if (run === 1) alone += 1
    else paired += run >> 1
    run = 0
  }
  return alone > paired ? 'windows-1252' : 'gb18030'
}

/** Labels that servers send by default, whatever they serve. */
const SERVER_DEFAULT = new Set(['windows-1252'])

const LABEL = /charset\s*=\s*["']?\s*([^\s"'>;/]+)/i

const labelIn = (text: string): string | null => charsetOf(LABEL.exec(text)?.[1] ?? '')

const metaLabel = (bytes: Uint8Array): string | null =>
  metaCharset(latin1(bytes.subarray(0, PRESCAN_BYTES)), (label) => charsetOf(label) !== null)

/** What a charset is that a meta element names: an element written in ASCII is in none of two bytes (HTML §13.2.3.2). */
function ofMeta(label: string | null): string | null {
  const name = charsetOf(label ?? '')
  return name?.startsWith('utf-16') === true ? 'utf-8' : name
}

/**
 * Bytes to text, in pieces that follow on one another. Order: byte order mark; UTF-8 that is valid over the whole body,
 * or nearly; the HTTP header, unless it names what servers send by default and the page another; the meta element; for
 * what is left gb18030, or windows-1252 where high bytes stand alone (domain.md §4).
 * Never throws; what cannot be decoded becomes U+FFFD.
 */
export function decode(
  bytes: Uint8Array,
  contentType: string | null,
): { readonly pieces: readonly string[]; readonly charset: Charset } {
  const raw = piecesOf(bytes)
  const as = (name: string, decidedBy: Charset['decidedBy']) => {
    const decoder = new TextDecoder(name)
    const pieces = raw.map((piece) => decoder.decode(piece, { stream: true }))
    return { pieces: [...pieces, decoder.decode()], charset: { name, decidedBy } }
  }
  const mark = byteOrderMark(bytes)
  if (mark !== null) return as(mark, 'bom')
  const utf8 = validUtf8(raw)
  if (utf8 !== null) return { pieces: utf8, charset: { name: 'utf-8', decidedBy: 'utf-8-valid' } }
  const nearly = nearlyUtf8(raw)
  if (nearly !== null) return { pieces: nearly, charset: { name: 'utf-8', decidedBy: 'utf-8-nearly-valid' } }
  const usable = (label: string | null): string | null =>
    label === null || label.startsWith('utf-') ? null : label
  const http = usable(labelIn(contentType ?? ''))
  const meta = usable(ofMeta(metaLabel(bytes)) ?? labelIn(latin1(bytes.subarray(0, LOOSE_BYTES))))
  if (http !== null && (meta === null || !SERVER_DEFAULT.has(http))) return as(http, 'http')
  if (meta !== null) return as(meta, 'meta')
  return as(likeliest(bytes), 'fallback')
}

const GB18030 = /^gb[-_ ]?18030$/i

/**
 * The charset in which browsers write the queries of a page's links: that of its bytes, or, where all of them are ASCII
 * and tell nothing, the one that the header or the page names. GBK, unless GB 18030 is what is named: it writes other
 * bytes. `decodedAs`: what {@link decode} took the page for, where that is known.
 */
export function queryCharset(bytes: Uint8Array, contentType: string | null, decodedAs?: string): string {
  const http = LABEL.exec(contentType ?? '')?.[1] ?? ''
  const name = bytes.some((byte) => byte >= 0x80)
    ? (decodedAs ?? decode(bytes, contentType).charset.name)
    : (charsetOf(http) ?? ofMeta(metaLabel(bytes)) ?? 'utf-8')
  if (name !== 'gb18030') return name
  const named = [http, metaLabel(bytes) ?? ''].find((label) => charsetOf(label) === name) ?? ''
  return GB18030.test(named.trim()) ? name : 'gbk'
}
