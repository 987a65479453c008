import { plainWords, type Words } from './block.ts'

/** Points in which the issuer's name fills the width of the text and no more (GB/T 9704-2012, 7.2.4). */
export const issuerSize = (words: Words): number =>
  Math.min(48, Math.floor(438 / [...plainWords(words)].length))
