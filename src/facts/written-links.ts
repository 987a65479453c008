import { type LinkRecords, linkRecords } from '../links/link-records.ts'
import { baseAddress, linkText } from '../links/resolve-link.ts'
import { scanLinks } from '../links/scan-links.ts'

/** The links of a page that readers may follow, and what they start from, as the scan finds them that crawls use too. */
export interface WrittenLinks {
  /** Where relative addresses start from; where no relative link leads anywhere, a base of another scheme than http. */
  readonly base: string
  /** How many links there are; they go by their places. */
  readonly count: number
  /** Whether the page is UTF-16, whose queries browsers write in UTF-8. */
  readonly isWide: boolean
  /** A link's value, white space around it left out. */
  textOf(place: number): string
  /** Whether this is a link's value, white space around it apart. */
  is(place: number, value: string): boolean
}

const [AMPERSAND, LAST_OF_ASCII] = [0x26, 0x7f]
/** `amp;` */
const AMP = [0x61, 0x6d, 0x70, 0x3b]

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c

function trimmed(value: string): string {
  let [start, end] = [0, value.length]
  while (start < end && isSpace(value.charCodeAt(start))) start += 1
  while (end > start && isSpace(value.charCodeAt(end - 1))) end -= 1
  return end - start === value.length ? value : value.slice(start, end)
}

const isAmp = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === AMP[0] && bytes[at + 1] === AMP[1] && bytes[at + 2] === AMP[2] && bytes[at + 3] === AMP[3]

/** Whether bytes that stand for themselves, but for `&amp;`, are this text; null where they have to be decoded first. */
function isPlainly(bytes: Uint8Array, start: number, end: number, text: string): boolean | null {
  let at = start
  let hasReference = false
  for (let place = 0; place < text.length; place += 1) {
    const byte = at < end ? (bytes[at] as number) : 0
    if (byte > LAST_OF_ASCII) return null
    if (byte === AMPERSAND) hasReference = true
    if (text.charCodeAt(place) !== byte || byte === 0) return hasReference || byte === 0 ? null : false
    at += byte === AMPERSAND && isAmp(bytes, at + 1) ? 1 + AMP.length : 1
  }
  return at === end ? true : null
}

/** Reads the links of a page. `charset`: that of the page's text. */
export function writtenLinks(
  page: Uint8Array,
  contentType: string | null,
  address: string,
  charset: string,
): WrittenLinks {
  const records: LinkRecords = linkRecords(undefined, false, true)
  scanLinks(page, records, contentType)
  const { bytes, start, end, texts, count } = records
  const name = (): string => (bytes === page ? charset : 'utf-8')
  const textOf = (place: number): string => linkText(records, place, name)
  return {
    base: baseAddress(records, address, name),
    count,
    isWide: bytes !== page,
    textOf,
    is: (place, value) => {
      const text = trimmed(value)
      const isPlain = texts.has(place) ? null : isPlainly(bytes, start[place] ?? 0, end[place] ?? 0, text)
      return isPlain ?? textOf(place) === text
    },
  }
}
