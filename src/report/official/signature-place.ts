import type { Words } from './block.ts'
import { widthOf } from './width-of.ts'

/**
 * How far from the right margin the office and the day of a signature end, in points for words of `size`: the day four
 * characters, the office centred over it (GB/T 9704-2012, 7.3.5.1), but never beyond the margin.
 */
export function signaturePlace(
  office: Words,
  day: Words,
  size: number,
): { readonly office: number; readonly day: number } {
  const right = 4 * size
  return { office: Math.max(0, right + (widthOf(day, size) - widthOf(office, size)) / 2), day: right }
}
