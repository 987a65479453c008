import { CHINESE } from './chinese.ts'
import { JAPANESE, KOREAN, SOUTH_EAST_ASIAN } from './east-asian.ts'
import { ENGLISH } from './english.ts'
import { DUTCH, GERMAN, SCANDINAVIAN } from './germanic.ts'
import { BALTIC_AND_CELTIC, FURTHER, GREEK, SEMITIC_AND_PERSIAN, TURKIC, URALIC } from './other-languages.ts'
import { FRENCH, ITALIAN, PORTUGUESE, ROMANIAN, SPANISH } from './romance.ts'
import { CYRILLIC, SLAVIC_LATIN } from './slavic.ts'
import type { Refusal } from './wording.ts'

const LANGUAGES = [
  ENGLISH,
  CHINESE,
  JAPANESE,
  KOREAN,
  SOUTH_EAST_ASIAN,
  GERMAN,
  DUTCH,
  SCANDINAVIAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  ROMANIAN,
  CYRILLIC,
  SLAVIC_LATIN,
  TURKIC,
  GREEK,
  URALIC,
  BALTIC_AND_CELTIC,
  SEMITIC_AND_PERSIAN,
  FURTHER,
]

const inAllLanguages = (refusal: Refusal): RegExp =>
  new RegExp(LANGUAGES.flatMap((wording) => wording[refusal] ?? []).join('|'), 'i')

/** The wording of refusals in all languages together, the most telling first. */
export const LEXICON: readonly (readonly [Refusal, RegExp])[] = (
  ['closed', 'missing', 'refused', 'rejected', 'failed'] as const
).map((refusal) => [refusal, inAllLanguages(refusal)])
