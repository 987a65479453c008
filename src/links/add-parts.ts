import { bytesOf, byteText } from './byte-text.ts'
import { cssText } from './css-text.ts'
import { addLink, addText, type LinkRecords } from './link-records.ts'
import type { OnPart } from './on-part.ts'
import { withReferences } from './references.ts'

/** Finds the addresses inside a value. */
type FindParts = (bytes: Uint8Array, from: number, to: number, onPart: OnPart) => void

const AMPERSAND = 0x26

function hasReference(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === AMPERSAND) return true
  return false
}

/**
 * Adds the addresses inside an attribute's value, of which there may be several. Where the value has character
 * references they are resolved first, for they may be its quotes.
 */
export function addParts(
  records: LinkRecords,
  kind: number,
  find: FindParts,
  place: { readonly from: number; readonly to: number; readonly at: number; readonly isStyle?: true },
): void {
  const { from, to, at } = place
  const resolved = hasReference(records.bytes, from, to)
    ? bytesOf(withReferences(byteText(records.bytes, from, to)))
    : null
  if (resolved === null) {
    find(records.bytes, from, to, (start, end) => addLink(records, kind, start, end, at))
    return
  }
  find(resolved, 0, resolved.length, (start, end) => {
    const text = byteText(resolved, start, end).trim()
    addText(records, kind, place.isStyle === true ? cssText(text) : text, at)
  })
}
