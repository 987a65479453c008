const DECODER = new TextDecoder('latin1')

/**
 * Bytes as text, a character a byte. The platform's `latin1` is windows-1252, which differs from 0x80 to 0x9F: those
 * letters are brought back by {@link bytesOf}.
 */
export const byteText = (bytes: Uint8Array, start: number, end: number): string =>
  DECODER.decode(bytes.subarray(start, end))

const HIGH = new Map(
  Array.from({ length: 128 }, (_, at) => at + 128).map((byte) => [DECODER.decode(Uint8Array.of(byte)), byte]),
)

/** Whether text holds anything but ASCII. */
export const isAscii = (text: string): boolean => !/[^\u0000-\u007f]/.test(text)

/** The bytes of such a text; null where it holds a character that no byte stands for, from a character reference. */
export function bytesOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const byte = code < 128 ? code : HIGH.get(text[at] ?? '')
    if (byte === undefined) return null
    bytes[at] = byte
  }
  return bytes
}
