/** The bytes of a character in an encoding; null where it has none. */
export type Encoder = (character: string) => readonly number[] | null

type Table = Map<string, readonly number[]>

/** Leading bytes that only decoders know: Hong Kong's additions, NEC's copies of IBM's rows, letters of one's own. */
const isDecodedOnly = (charset: string, lead: number): boolean =>
  (charset === 'big5' && lead < 0xa1) ||
  (charset === 'shift_jis' && (lead === 0xed || lead === 0xee || (lead >= 0xf0 && lead <= 0xf9)))

/** Characters that Big5 has twice and writes with the later bytes (Encoding Standard, index Big5 pointer). */
const LATER_IN_BIG5 = new Set('═╞╡╪十卅')

/** Bytes 0x80 to 0x9F of windows-1252; the platform's decoder leaves them as they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What the encoders of an encoding write otherwise than its decoder reads (Encoding Standard, the encoders' own steps). */
function amend(table: Table, charset: string): void {
  if (charset === 'gbk') table.set('€', [0x80])
  if (charset === 'windows-1252') {
    for (const [at, character] of [...WINDOWS_1252].entries()) table.set(character, [0x80 + at])
  }
  if (charset !== 'shift_jis' && charset !== 'euc-jp') return
  table.set('¥', [0x5c]).set('‾', [0x7e])
  const minus = table.get('－')
  if (minus !== undefined) table.set('−', minus)
}

/** What the decoder makes of one byte and of two; where several say the same, the first. */
function tableOf(charset: string): Table {
  const decoder = new TextDecoder(charset === 'gbk' ? 'gb18030' : charset)
  const table: Table = new Map()
  const enter = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const isOne = [...text].length === 1 && text !== '\ufffd' && text.charCodeAt(0) > 0x7f
    const isLater = charset === 'big5' && LATER_IN_BIG5.has(text)
    if (isOne && (isLater || !table.has(text))) table.set(text, bytes)
  }
  for (let lead = 0x80; lead <= 0xff && !charset.startsWith('gb'); lead += 1) enter([lead])
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    if (isDecodedOnly(charset, lead)) continue
    for (let trail = 0x40; trail <= 0xfe; trail += 1) enter([lead, trail])
  }
  amend(table, charset)
  return table
}

const fourBytes = (pointer: number): readonly number[] => [
  0x81 + Math.floor(pointer / 12_600),
  0x30 + (Math.floor(pointer / 1_260) % 10),
  0x81 + (Math.floor(pointer / 10) % 126),
  0x30 + (pointer % 10),
]

/** Pointers of the four-byte characters below U+10000, and of U+10000. */
const [LAST_POINTER, FIRST_HIGH] = [39_419, 189_000]

/** The four-byte characters of GB 18030 (Encoding Standard, index gb18030 ranges). */
function fourByteEncoder(): Encoder {
  let table: Table | null = null
  const low = (): Table => {
    const decoder = new TextDecoder('gb18030')
    return new Map(
      Array.from({ length: LAST_POINTER + 1 }, (_, pointer) => fourBytes(pointer)).map((bytes) => [
        decoder.decode(Uint8Array.from(bytes)),
        bytes,
      ]),
    )
  }
  return (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code >= 0x10000) return fourBytes(code - 0x10000 + FIRST_HIGH)
    table ??= low()
    return table.get(character) ?? null
  }
}

const encoders = new Map<string, Encoder>()

/**
 * The encoder of a legacy encoding, by the name that TextDecoder gives it; `gbk` and `gb18030` are two. Throws RangeError
 * for one that the platform does not know.
 */
export function legacyEncoder(charset: string): Encoder {
  const known = encoders.get(charset)
  if (known !== undefined) return known
  const table = tableOf(charset)
  const rest = charset === 'gb18030' ? fourByteEncoder() : null
  const encoder: Encoder = (character) => table.get(character) ?? rest?.(character) ?? null
  encoders.set(charset, encoder)
  return encoder
}
