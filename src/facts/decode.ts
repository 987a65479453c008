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

const PRESCAN_BYTES = 4096
/** A page cut at the cap may end inside a character of up to four bytes. */
const CUT_TAIL = 3

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

function validUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= Math.min(CUT_TAIL, bytes.length); cut += 1) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
    } catch {
      if (cut > 0 && (bytes[bytes.length - cut] ?? 0) < 0x80) return null
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

const labelIn = (text: string): string | null =>
  charsetOf(/charset\s*=\s*["']?\s*([^\s"'>;/]+)/i.exec(text)?.[1] ?? '')

/**
 * Bytes to text. Order: byte order mark, UTF-8 that is valid over the whole body, the HTTP header, the meta element, and
 * gb18030 for what is left (domain.md §4). Never throws; what cannot be decoded becomes U+FFFD.
 */
export function decode(
  bytes: Uint8Array,
  contentType: string | null,
): { readonly text: string; readonly charset: Charset } {
  const as = (name: string, decidedBy: Charset['decidedBy']) => ({
    text: new TextDecoder(name).decode(bytes),
    charset: { name, decidedBy },
  })
  const mark = byteOrderMark(bytes)
  if (mark !== null) return as(mark, 'bom')
  const utf8 = validUtf8(bytes)
  if (utf8 !== null) return { text: utf8, charset: { name: 'utf-8', decidedBy: 'utf-8-valid' } }
  const http = labelIn(contentType ?? '')
  if (http !== null && http !== 'utf-8') return as(http, 'http')
  const meta = labelIn(latin1(bytes.subarray(0, PRESCAN_BYTES)))
  if (meta !== null && meta !== 'utf-8') return as(meta, 'meta')
  return as('gb18030', 'fallback')
}
