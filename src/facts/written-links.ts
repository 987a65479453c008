import { kindNumber } from '../links/link-kinds.ts'
import { type LinkRecords, linkRecords } from '../links/link-records.ts'
import { baseAddress, linkText } from '../links/resolve-link.ts'
import { scanLinks } from '../links/scan-links.ts'

/** A link that readers may follow, as it is written. */
export interface WrittenLink {
  /** Whether it stands in SVG, where other things than links are loaded by the same attribute. */
  readonly isSvg: boolean
  /** Its value, white space around it left out. */
  text(): string
  /** Whether this is its value, white space around it apart. */
  is(value: string): boolean
}

/** The links of a page and what they start from, as the scan finds them that crawls use too. */
export interface WrittenLinks {
  /** Where relative addresses start from; where no relative link leads anywhere, a base of another scheme than http. */
  readonly base: string
  readonly links: readonly WrittenLink[]
  /** Whether the page is UTF-16, whose queries browsers write in UTF-8. */
  readonly isWide: boolean
}

const [A, AREA, SVG] = ['a', 'area', 'svg'].map(kindNumber)

const [AMPERSAND, LAST_OF_ASCII] = [0x26, 0x7f]

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c

function trimmed(value: string): string {
  let [start, end] = [0, value.length]
  while (start < end && isSpace(value.charCodeAt(start))) start += 1
  while (end > start && isSpace(value.charCodeAt(end - 1))) end -= 1
  return end - start === value.length ? value : value.slice(start, end)
}

/** Whether bytes that stand for themselves are this text; null where they have to be decoded first. */
function isPlainly({ bytes, start, end, texts }: LinkRecords, place: number, text: string): boolean | null {
  if (texts.has(place)) return null
  const [from = 0, to = 0] = [start[place], end[place]]
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0 || byte === AMPERSAND || byte > LAST_OF_ASCII) return null
    if (text.charCodeAt(at - from) !== byte) return false
  }
  return text.length === to - from
}

/** Reads the links of a page. `charset`: that of the page's text. */
export function writtenLinks(
  page: Uint8Array,
  contentType: string | null,
  address: string,
  charset: string,
): WrittenLinks {
  const records = linkRecords(undefined, false, true)
  scanLinks(page, records, contentType)
  const name = (): string => (records.bytes === page ? charset : 'utf-8')
  const links: WrittenLink[] = []
  for (let place = 0; place < records.count; place += 1) {
    const kind = records.kind[place]
    if (kind !== A && kind !== AREA && kind !== SVG) continue
    const text = (): string => linkText(records, place, name)
    links.push({
      isSvg: kind === SVG,
      text,
      is: (value) => isPlainly(records, place, trimmed(value)) ?? text() === trimmed(value),
    })
  }
  return { base: baseAddress(records, address, name), links, isWide: records.bytes !== page }
}
