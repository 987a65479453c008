import { decodeHTML } from 'entities'
import { bytesOf, byteText } from './byte-text.ts'
import { cssText } from './css-text.ts'
import { cssUrls } from './css-urls.ts'
import { kindNumber } from './link-kinds.ts'
import { addLink, addText, type LinkRecords } from './link-records.ts'
import { cdataEnd, commentEnd, opensCdata } from './markup-ends.ts'

const [LESS, BANG, DASH] = [0x3c, 0x21, 0x2d]
const CSS = kindNumber('style')
const [OPENING, CLOSING] = ['<![CDATA[', ']]>']

/**
 * Adds what a style element of SVG or XML loads whose content starts at `from`: it is text like any other, with character
 * references, comments and CDATA sections. Returns where its text ends.
 */
export function addXmlStyle(records: LinkRecords, from: number): number {
  const { bytes } = records
  const { length } = bytes
  const pieces: string[] = []
  let [at, isPlain] = [from, true]
  while (at < length) {
    const next = bytes.indexOf(LESS, at)
    const end = next < 0 ? length : next
    const text = byteText(bytes, at, end)
    isPlain &&= !text.includes('&')
    pieces.push(decodeHTML(text))
    at = end
    if (bytes[at + 1] !== BANG) break
    if (opensCdata(bytes, at + 2)) {
      const close = cdataEnd(bytes, at + OPENING.length)
      pieces.push(byteText(bytes, at + OPENING.length, close).replace(CLOSING, ''))
      at = close
    } else if (bytes[at + 2] === DASH && bytes[at + 3] === DASH) at = commentEnd(bytes, at)
    else break
    isPlain = false
  }
  if (records.followedOnly) return at
  if (isPlain) cssUrls(bytes, from, at, (start, end) => addLink(records, CSS, start, end, start))
  else {
    const whole = bytesOf(pieces.join('')) ?? new Uint8Array()
    cssUrls(whole, 0, whole.length, (start, end) => {
      addText(records, CSS, cssText(byteText(whole, start, end)), from)
    })
  }
  return at
}
