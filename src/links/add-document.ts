import { bytesOf, byteText } from './byte-text.ts'
import { cssText } from './css-text.ts'
import { kindNumber } from './link-kinds.ts'
import { addText, type LinkRecords, linkRecords } from './link-records.ts'
import { unmarked, withReferences } from './references.ts'
import { underBase } from './under-base.ts'

/** Reads the links of a page into records. */
type Scan = (page: Uint8Array, records: LinkRecords) => void

const CSS = kindNumber('style')

/** A document's text, a byte a character; what references mean becomes references again, of the document's own. */
const bytesOfText = (text: string): Uint8Array =>
  bytesOf(unmarked(withReferences(text), (code) => `&#${code};`)) ?? new Uint8Array()

/** Adds the links of the document that an iframe's `srcdoc` holds between two places (HTML §4.8.5). */
export function addDocument(
  records: LinkRecords,
  place: { readonly from: number; readonly to: number; readonly at: number },
  scan: Scan,
): void {
  const inner = linkRecords(records.limit, false, records.followedOnly)
  scan(bytesOfText(byteText(records.bytes, place.from, place.to)), inner)
  const base = inner.baseEnd < 0 ? '' : withReferences(byteText(inner.bytes, inner.baseStart, inner.baseEnd))
  for (let link = 0; link < inner.count; link += 1) {
    const kind = inner.kind[link] ?? 0
    const raw = inner.texts.get(link) ?? byteText(inner.bytes, inner.start[link] ?? 0, inner.end[link] ?? 0)
    const isDone = inner.texts.has(link)
    const text = isDone ? raw : kind === CSS ? cssText(raw) : withReferences(raw)
    addText(records, kind, kind === CSS && text.startsWith('#') ? text : underBase(base, text), place.at)
  }
}
