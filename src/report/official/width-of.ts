import { plainWords, type Words } from './block.ts'

/** Width in points of words in a size: a Latin letter or digit is half as wide as a character. */
export const widthOf = (words: Words, size: number): number =>
  [...plainWords(words)].reduce((sum, sign) => sum + (sign < '⺀' ? size / 2 : size), 0)
