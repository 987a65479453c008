import { addParts } from './add-parts.ts'
import { byteText } from './byte-text.ts'
import { cssUrls } from './css-urls.ts'
import { jumpsIn, looksLikeAddress } from './guesses.ts'
import { attribute } from './html-names.ts'
import { kindNumber } from './link-kinds.ts'
import { addLink, addText, type LinkRecords } from './link-records.ts'
import { standsAt } from './name-table.ts'
import { withReferences } from './references.ts'
import { srcsetImages } from './srcset.ts'
import type { Tag } from './tag-reader.ts'

const [CLICK, DATA, JUMP] = ['onclick', 'data', 'script-jump'].map(kindNumber) as [number, number, number]
const [TYPE, SRC] = ['type', 'src'].map(attribute) as [number, number]
/** Attributes whose `javascript:` addresses are run. */
const RUN = ['href', 'xlink:href', 'action', 'formaction'].map(attribute)

/** Types of script elements that browsers run; all others are data to them (HTML §4.12.1.1). */
const CODE = /^\s*(?:module\s*$|(?:text|application)\/(?:x-)?(?:java|ecma|j|live)script)/i

/** Adds where a piece of code leads. */
function addJumps(records: LinkRecords, kind: number, code: string, at: number): void {
  if (!code.includes('location') && !code.includes('open') && !code.includes('navigate')) return
  for (const jump of jumpsIn(code)) addText(records, kind, jump, at)
}

/** Adds where the code of a script element leads that was read last; one that has a source has none of its own. */
export function addScriptJumps(records: LinkRecords, read: Tag, from: number, to: number): void {
  if ((read.start[SRC] ?? -1) >= 0) return
  const type = read.start[TYPE] ?? -1
  const end = read.end[TYPE] ?? 0
  if (type >= 0 && end > type && !CODE.test(byteText(records.bytes, type, end))) return
  addJumps(records, JUMP, byteText(records.bytes, from, to), from)
}

/** A srcset and a style that a script puts in place once they are seen. */
const IMAGES = /^\s*\S+\s+\d+(?:\.\d+)?[wx]\s*(?:,|$)/
const STYLED = /^\s*url\(/i

function addData(records: LinkRecords, from: number, to: number, at: number): void {
  const value = byteText(records.bytes, from, to)
  if (looksLikeAddress(value)) addLink(records, DATA, from, to, at)
  else if (IMAGES.test(value)) addParts(records, DATA, srcsetImages, { from, to, at })
  else if (STYLED.test(value)) addParts(records, DATA, cssUrls, { from, to, at, isStyle: true })
}

const SCHEME = 'javascript:'
const [AMPERSAND, SPACE, SMALL_J] = [0x26, 0x20, 0x6a]

const percentDecoded = (code: string): string => {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

/** The code of a `javascript:` address, as browsers read it; null for any other. */
function codeIn(bytes: Uint8Array, from: number, to: number): string | null {
  let at = from
  while (at < to && (bytes[at] ?? 0) <= SPACE) at += 1
  const first = bytes[at] ?? 0
  if (first !== AMPERSAND && (first | 0x20) !== SMALL_J) return null
  if (first !== AMPERSAND && !standsAt(bytes, at + 1, 'a') && (bytes[at + 1] ?? 0) > SPACE) return null
  const text = withReferences(byteText(bytes, at, to)).replace(/[\t\r\n]/g, '')
  return text.slice(0, SCHEME.length).toLowerCase() === SCHEME
    ? percentDecoded(text.slice(SCHEME.length))
    : null
}

/** Adds where the handlers, the data and the `javascript:` addresses of a start tag may lead. */
export function addGuesses(records: LinkRecords, read: Tag, at: number): void {
  const { handlers, data } = read
  for (let part = 0; part < handlers.length; part += 2) {
    const code = byteText(records.bytes, handlers[part] ?? 0, handlers[part + 1] ?? 0)
    addJumps(records, CLICK, withReferences(code), at)
  }
  for (let part = 0; part < data.length; part += 2) {
    addData(records, data[part] ?? 0, data[part + 1] ?? 0, at)
  }
  for (const place of RUN) {
    const from = read.start[place] ?? -1
    const code = from < 0 ? null : codeIn(records.bytes, from, read.end[place] ?? 0)
    if (code !== null) addJumps(records, CLICK, code, at)
  }
}
