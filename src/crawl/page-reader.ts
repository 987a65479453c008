import { type Address, originOf } from '../core/address.ts'
import { type Folder, plainAddress } from '../core/plain-address.ts'
import { withoutSecrets } from '../core/secrets.ts'
import { queryCharset } from '../facts/decode.ts'
import { malformationOf } from '../facts/malformed-links.ts'
import { bytesOf, byteText } from '../links/byte-text.ts'
import { placeNames } from '../links/fragments.ts'
import { kindNumber } from '../links/link-kinds.ts'
import { type LinkRecords, linkRecords, type PageSigns } from '../links/link-records.ts'
import { refreshTarget } from '../links/refresh.ts'
import { baseAddress, linkText, targetOf } from '../links/resolve-link.ts'
import { scanLinks } from '../links/scan-links.ts'
import type { AddressBook } from './address-book.ts'
import { type Seed, UNKNOWN } from './address-numbers.ts'

/** Told of each link of a page: the number of its address, its line and its kind. */
export type OnLink = (to: number, line: number, kind: number) => void

/** What a page looks like from its links' side. */
export interface PageSight {
  readonly records: LinkRecords
  readonly signs: PageSigns
  readonly links: number
  /** Null where fragments are not wanted. */
  readonly fragments: Fragments | null
}

/** A link to a place of a page. */
export type FragmentUse = readonly [to: number, line: number, kind: number, fragment: string]

/** What a page has to do with fragments: the names of its own places, and the places that it links to. */
export interface Fragments {
  readonly names: readonly string[]
  readonly uses: readonly FragmentUse[]
  /** Whether links to places of the page cannot be judged: it was cut short, or redirects named a place of their own. */
  readonly isUnsure?: boolean
}

/** What a page's headers say of it. */
export interface SentWith {
  /** As what its links are read; null where that is unknown. */
  readonly type: string | null
  /** The Refresh header; null for none. */
  readonly refresh: string | null
}

/** Reads the links of pages as numbers. */
export interface PageReader {
  /** `address`: where the page's redirects ended. */
  read(bytes: Uint8Array, address: string, sent: SentWith, onLink: OnLink): PageSight
}

/** Stands in the table for a link that leads to no address: `mailto:`, `javascript:`, … */
const NOWHERE = 0xfffffff0
/** So many spellings that are not canonical are remembered. */
const MOST_SPELLINGS = 100_000

/** A link element names what readers never follow, such as where a copy was made; a fault in it is nobody's trouble. */
const LINK = kindNumber('link')
const HINT = kindNumber('hint')
const STYLE = kindNumber('style')
const REFRESH = kindNumber('refresh')

const SLASH = 0x2f
const HASH = 0x23

/** Where a Refresh header leads; null for nowhere. */
function refreshIn(header: string): string | null {
  const bytes = bytesOf(header) ?? new Uint8Array()
  const found: string[] = []
  refreshTarget(bytes, 0, bytes.length, (start, end) => {
    found.push(byteText(bytes, start, end).trim())
  })
  return found[0] || null
}

/** A host to connect to, and a place of the page itself that a style names, whatever its base, are never asked for. */
const isForNobody = ({ kind, start, bytes, texts }: LinkRecords, place: number): boolean => {
  if (kind[place] === HINT) return true
  if (kind[place] !== STYLE) return false
  const text = texts.get(place)
  return text === undefined ? bytes[start[place] ?? 0] === HASH : text.startsWith('#')
}

/** Where the spellings of a page start from. */
interface Beginnings {
  readonly base: Address
  /** Null where the base is no http, so that no relative link leads anywhere. */
  readonly folder: Folder | null
  readonly fromRoot: Seed
  readonly fromFolder: Seed
  readonly other: Seed
}

/** A reader that numbers addresses in a book. */
export function pageReader(book: AddressBook, wantsFragments: boolean): PageReader {
  const { numbers } = book
  const records = linkRecords(undefined, wantsFragments)
  let beginnings: Beginnings | null = null
  let spellings = 0

  const beginningsOf = (base: Address): Beginnings => {
    if (beginnings?.base === base) return beginnings
    const origin = originOf(base)
    const path = base.slice(origin.length).replace(/\?.*$/s, '')
    const inFolder = path.slice(0, path.lastIndexOf('/') + 1)
    const folder = origin + inFolder
    beginnings = {
      base,
      folder: /^https?:/.test(base) ? { origin, path: inFolder } : null,
      fromRoot: numbers.seedOf(origin),
      fromFolder: numbers.seedOf(folder),
      other: numbers.seedOf(`\u0001${folder} `),
    }
    return beginnings
  }

  /** The fragment of what was resolved last, with its `#`. */
  let fragment = ''

  const numberOf = (text: string, kind: number, base: string, charset: () => string): number => {
    const target = targetOf(text, base, charset)
    fragment = target.ok ? target.fragment : ''
    const malformation = malformationOf({ href: text, target, text: '' }, { address: base as Address })
    if (malformation !== null && malformation !== 'private-address') {
      if (kind === LINK) return NOWHERE
      return book.numberOfMalformed(malformation, text.trim())
    }
    return target.ok ? book.numberOf(target.address) : NOWHERE
  }

  return {
    read: (page, address, { type, refresh }, onLink) => {
      scanLinks(page, records, type)
      const { bytes } = records
      let known: string | null = null
      const charset = (): string => {
        known ??= bytes === page ? queryCharset(bytes, type) : 'utf-8'
        return known
      }
      const base = baseAddress(records, address, charset) as Address
      const from = beginningsOf(base)
      const uses: FragmentUse[] = []
      for (let place = 0; place < records.count; place += 1) {
        const [start = 0, end = 0] = [records.start[place], records.end[place]]
        if (isForNobody(records, place)) continue
        const isPlain = records.plain[place] === 1
        let number: number = UNKNOWN
        let text = ''
        if (isPlain) {
          const isFromRoot = bytes[start] === SLASH
          number = numbers.find(isFromRoot ? from.fromRoot : from.fromFolder, bytes, start, end)
          if (number === UNKNOWN && isFromRoot && from.folder !== null) {
            text = byteText(bytes, start, end)
            const address = plainAddress(text, from.folder)
            if (address !== null) number = book.numberOf(address as Address)
          }
        }
        if (number === UNKNOWN) {
          if (text === '') text = linkText(records, place, charset)
          const seed = isPlain ? from.other : numbers.seedOf(`\u0001${base} ${known ?? ''} `)
          const hasFragment = wantsFragments && text.includes('#')
          number = hasFragment ? UNKNOWN : numbers.findText(seed, text)
          if (number === UNKNOWN) {
            const tokens = book.tokens
            number = numberOf(text, records.kind[place] ?? 0, base, charset)
            fragment = withoutSecrets(fragment)
            if (hasFragment && number !== NOWHERE && fragment.length > 1) {
              uses.push([number, records.line[place] ?? 1, records.kind[place] ?? 0, fragment.slice(1)])
            }
            // A spelling with a token stands for more than its number: each page that has it must be seen to have it.
            const isWhole = book.tokens === tokens && !hasFragment
            if (isWhole && spellings < MOST_SPELLINGS && numbers.findText(seed, text) === UNKNOWN) {
              numbers.remember(number)
              spellings += 1
            }
          }
        }
        if (number !== NOWHERE) onLink(number, records.line[place] ?? 1, records.kind[place] ?? 0)
      }
      const led = refresh === null ? null : refreshIn(refresh)
      if (led !== null) {
        const number = numberOf(led, REFRESH, address, charset)
        if (number !== NOWHERE) onLink(number, 1, REFRESH)
      }
      const fragments = wantsFragments ? { names: placeNames(records, charset), uses } : null
      return { records, signs: records.signs, links: records.count, fragments }
    },
  }
}
