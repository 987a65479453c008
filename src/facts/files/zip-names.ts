const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04] as const
const END_OF_DIRECTORY = [0x50, 0x4b, 0x05, 0x06] as const
/** Place of the name's length in a local header, and size of the header before the name (APPNOTE 4.3.7). */
const NAME_LENGTH_AT = 26
const HEADER_SIZE = 30
const MOST_NAMES = 64
const LONGEST_NAME = 260

const isAt = (bytes: Uint8Array, at: number, signature: readonly number[]): boolean =>
  signature.every((byte, offset) => bytes[at + offset] === byte)

/** Names of the files in a zip archive as far as its first bytes show them, names in the archive's own letters. */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  for (let at = 0; at + HEADER_SIZE < bytes.length && names.length < MOST_NAMES; at += 1) {
    if (!isAt(bytes, at, LOCAL_HEADER)) continue
    const length = (bytes[at + NAME_LENGTH_AT] ?? 0) + (bytes[at + NAME_LENGTH_AT + 1] ?? 0) * 256
    if (length === 0 || length > LONGEST_NAME) continue
    names.push(new TextDecoder().decode(bytes.subarray(at + HEADER_SIZE, at + HEADER_SIZE + length)))
    at += HEADER_SIZE + length - 1
  }
  return names
}

/** Whether the directory at the end of a zip archive is there: without it nothing opens the archive. */
export function hasZipEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - END_OF_DIRECTORY.length; at >= 0; at -= 1)
    if (isAt(bytes, at, END_OF_DIRECTORY)) return true
  return false
}
