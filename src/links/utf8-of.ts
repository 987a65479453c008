/** A page's bytes as they are, but for UTF-16 with a byte order mark, which becomes UTF-8: only there tags are not ASCII. */
export function utf8Of(page: Uint8Array): Uint8Array {
  const [first, second] = page
  const isLittle = first === 0xff && second === 0xfe
  const isBig = first === 0xfe && second === 0xff
  if (!isLittle && !isBig) return page
  return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(page))
}
