/** Bytes of GBK by the characters that they stand for: made once, when a page in GBK is asked first. */
let gbkBytes: ReadonlyMap<string, readonly [number, number]> | null = null

function makeGbkBytes(): ReadonlyMap<string, readonly [number, number]> {
  const table = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if ([...sign].length === 1 && sign !== '\ufffd') table.set(sign, [lead, trail])
    }
  }
  return table
}

function bytesOf(text: string, charset: string): Uint8Array {
  if (charset !== 'gb18030') return new TextEncoder().encode(text)
  gbkBytes ??= makeGbkBytes()
  const table = gbkBytes
  const bytes = [...text].flatMap((sign): readonly number[] => {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x80) return [code]
    return table.get(sign) ?? [...`&#${code};`].map((one) => one.charCodeAt(0))
  })
  return Uint8Array.from(bytes)
}

/** Characters that a form sends as they are (URL Standard, application/x-www-form-urlencoded). */
const AS_IS = /[A-Za-z0-9*\-._]/

const encoded = (text: string, charset: string): string =>
  Array.from(bytesOf(text, charset), (byte) => {
    const sign = String.fromCharCode(byte)
    if (AS_IS.test(sign)) return sign
    return byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')

/** What a browser sends for a form: its fields in the page's charset, GBK among them; any other charset goes as UTF-8. */
export const formQuery = (
  fields: readonly { readonly name: string; readonly value: string }[],
  charset: string,
): string => fields.map(({ name, value }) => `${encoded(name, charset)}=${encoded(value, charset)}`).join('&')
