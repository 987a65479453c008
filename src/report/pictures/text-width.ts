/** Widths in em, rather too wide than too narrow for any of {@link FONTS}: signs that are not here are 0.62. */
const WIDTHS: readonly (readonly [signs: string, em: number])[] = [
  ["ijl|!.,:;'`", 0.36],
  [' ', 0.36],
  ['frtI()[]{}-/\\"*', 0.46],
  ['ABCDEFGHJKLNOPQRSTUVXYZ&+<=>~#', 0.78],
  ['mwMW@%', 0.98],
]

const KNOWN = new Map(WIDTHS.flatMap(([signs, em]) => [...signs].map((sign) => [sign, em] as const)))

function widthOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code >= 0x1f000 && code < 0x20000) return 1.4
  if (code >= 0x2000) return 1
  return code < 0x7f ? (KNOWN.get(sign) ?? 0.62) : 0.8
}

/**
 * Width of a text in the unit of `size`, by classes of signs: Chinese and full-width signs are 1 em, Latin by a table.
 * No font is asked, so that a picture has the same bytes everywhere.
 */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + widthOf(sign), 0) * size

/** Fonts for pictures: whichever Chinese one a reader has. */
export const FONTS =
  "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',SimHei,'WenQuanYi Micro Hei',sans-serif"
