import { decodeHTMLAttribute } from 'entities'
import { byteText, isAscii } from './byte-text.ts'
import type { LinkRecords } from './link-records.ts'
import type { CharsetOf } from './resolve-link.ts'

/** The names of a page's places that fragments may mean, each once. Empty where they were not wanted. */
export function placeNames(records: LinkRecords, charset: CharsetOf): readonly string[] {
  const { bytes, ids } = records
  const names = new Set<string>()
  for (let at = 0; ids !== null && at < ids.length; at += 2) {
    const [start = 0, end = 0] = [ids[at], ids[at + 1]]
    const raw = byteText(bytes, start, end)
    const text = isAscii(raw)
      ? raw
      : new TextDecoder(charset(), { ignoreBOM: true }).decode(bytes.subarray(start, end))
    if (text !== '') names.add(text.includes('&') ? decodeHTMLAttribute(text) : text)
  }
  return [...names]
}

function decoded(fragment: string): string {
  const bytes = new TextEncoder().encode(fragment)
  const out: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const digits = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)
    const isEscape = bytes[at] === 0x25 && /^[0-9a-f]{2}$/i.test(digits)
    out.push(isEscape ? Number.parseInt(digits, 16) : (bytes[at] ?? 0))
    if (isEscape) at += 2
  }
  return new TextDecoder().decode(Uint8Array.from(out))
}

/**
 * Whether a fragment, without its `#`, means a place of a page (HTML §7.4.6.3, find a potential indicated element): a name
 * as it is or percent-decoded, nothing, or `top`. What only a script can read (`!…`, `/…`, text directives) is not judged.
 */
export function meansPlace(fragment: string, names: ReadonlySet<string>): boolean {
  if (fragment === '' || /^(?:!|\/|:~:)/.test(fragment) || fragment.includes(':~:')) return true
  if (names.has(fragment)) return true
  const name = decoded(fragment)
  return names.has(name) || name.toLowerCase() === 'top' || /^[!/]/.test(name)
}
