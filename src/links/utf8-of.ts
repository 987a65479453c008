/** What UTF-16 without a byte order mark is called by its header; `utf-16` alone means the first (Encoding Standard §4.2). */
const LITTLE =
  /charset\s*=\s*["']?\s*(?:utf-16(?:le)?|unicode|ucs-2|iso-10646-ucs-2|csunicode)\s*(?:["';]|$)/i
const BIG = /charset\s*=\s*["']?\s*(?:utf-16be|unicodefffe)\b/i

function utf16Of([first, second]: Uint8Array, contentType: string | null): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (contentType === null || (first !== 0 && second !== 0)) return null
  return LITTLE.test(contentType) ? 'utf-16le' : BIG.test(contentType) ? 'utf-16be' : null
}

/** A page's bytes as they are, but for UTF-16, which becomes UTF-8: only there tags are not ASCII. */
export function utf8Of(page: Uint8Array, contentType: string | null): Uint8Array {
  const charset = utf16Of(page, contentType)
  return charset === null ? page : new TextEncoder().encode(new TextDecoder(charset).decode(page))
}
