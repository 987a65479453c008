import { decode } from '../../src/facts/decode.ts'
import { LINK_KINDS } from '../../src/links/link-kinds.ts'
import { linkRecords } from '../../src/links/link-records.ts'
import { baseAddress, linkText, targetOf } from '../../src/links/resolve-link.ts'
import { scanLinks } from '../../src/links/scan-links.ts'
import { oracle } from './oracle.ts'

const ADDRESS = 'http://www.gov.example/zwgk/2026/index.html'
const records = linkRecords()

/** Where links lead, as addresses with fragments; what leads nowhere is left out. */
const addresses = (texts: readonly string[], base: string, charset: string): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) => {
      if (text.trim() === '') return []
      const target = targetOf(text, base, () => charset)
      return target.ok ? `${target.address}${target.fragment}` : []
    }),
  )

/** The addresses that only one of the two finds on a page. Guessed links are no business of the oracle's. */
export function compared(bytes: Uint8Array, contentType: string | null) {
  const { pieces, charset } = decode(bytes, contentType)
  const found = oracle(pieces.join('').replace(/^\ufeff/, ''))
  const oracleBase = found.base === null ? ADDRESS : targetOf(found.base, ADDRESS, () => charset.name)
  const base = typeof oracleBase === 'string' ? oracleBase : oracleBase.ok ? oracleBase.address : ADDRESS
  const theirs = addresses(found.links, base, charset.name)
  scanLinks(bytes, records)
  const name = (): string => (records.bytes === bytes ? charset.name : 'utf-8')
  const texts = Array.from({ length: records.count }, (_, place) => place)
    .filter((place) => LINK_KINDS[records.kind[place] ?? 0]?.isGuessed === false)
    .map((place) => linkText(records, place, name))
  const ours = addresses(texts, baseAddress(records, ADDRESS, name), charset.name)
  return {
    links: theirs.size,
    missing: [...theirs].filter((one) => !ours.has(one)),
    extra: [...ours].filter((one) => !theirs.has(one)),
  }
}
