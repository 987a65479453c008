import { type Address, hostOf, withoutTokens } from '../core/address.ts'
import { numberList } from '../core/number-list.ts'
import { withoutSecrets } from '../core/secrets.ts'
import type { CrawlStore, NumberedAddress } from '../store/crawl-store.ts'
import { type AddressNumbers, addressNumbers, type Seed, UNKNOWN } from './address-numbers.ts'
import { addressShape } from './address-shape.ts'
import type { Place } from './scope.ts'

/** What a number stands for: an address of a place, or a link that nobody can follow. */
export type Standing = Place | 'malformed'

const STANDINGS: readonly Standing[] = ['inside', 'outside', 'ignored', 'malformed']
const INSIDE = STANDINGS.indexOf('inside')
const MALFORMED = 'malformed:'
/**
 * Texts of so many pages that earlier crawls have met, and of so many addresses that wait, are kept; those of the others
 * are read from the store when their turn comes.
 */
const MOST_TEXTS = 20_000
const LOADED_AT_ONCE = 10_000
/** So many more are kept of addresses with tokens, of which the store has only what is left without them. */
const MOST_TOKENS = 200_000

/** The addresses of a site by number, each canonicalised and judged once. */
export interface AddressBook {
  /** Whether numbers and shapes can be looked up: at once where no earlier crawl has met an address. */
  readonly isIndexed: boolean
  /** Makes that so: where nothing has changed it is never needed. */
  index(): Promise<void>
  readonly numbers: AddressNumbers
  /** The seed of canonical addresses and of what begins like them. */
  readonly plain: Seed
  /** The number of a canonical address, which gets one when it has none. */
  numberOf(address: Address): number
  /** The number of a link that nobody can follow. */
  numberOfMalformed(reason: string, href: string): number
  standing(number: number): Standing
  /** What an address that is followed shares with others of its kind; 0 for every other. */
  shape(number: number): number
  /** The host of an address, with its port when that is not the default one; empty for a link that leads nowhere. */
  host(number: number): string
  /** The text of an address that waits, as it was written, tokens included; null when it must be read from the store. */
  text(number: number): Address | null
  /** Reads texts that {@link AddressBook.text} does not have. */
  load(numbers: readonly number[]): Promise<void>
  /** Forgets the text of an address that was asked, where there are many. */
  forget(number: number): void
  /** How often an address came with a token, which the store does not keep. */
  readonly tokens: number
  /** Addresses numbered since the last call, for the store. Their tokens are stripped. */
  takeNew(): readonly NumberedAddress[]
}

/** The words of {@link AddressBook.numberOfMalformed} from its text in the store; null for an address. */
export function malformedIn(text: string): { readonly reason: string; readonly href: string } | null {
  if (!text.startsWith(MALFORMED)) return null
  const [reason = '', href = ''] = text.slice(MALFORMED.length).split(/ (.*)/s, 2)
  return { reason, href }
}

/** The book of a site, with every address that its earlier crawls have met. */
export async function openAddressBook(
  store: CrawlStore,
  site: number,
  placeOf: (address: Address) => Place,
): Promise<AddressBook> {
  const numbers = addressNumbers()
  const plain = numbers.seedOf('')
  const texts = new Map<number, Address>()
  const standings = numberList(Uint8Array)
  const hosts = numberList(Uint32Array)
  const shapes = numberList(Uint32Array)
  const hostNames: string[] = []
  const hostNumbers = new Map<string, number>()
  let next = 0
  let fresh: NumberedAddress[] = []
  let tokens = 0
  let indexing: Promise<void> | null = null
  let isIndexed = false

  const hostNumber = (host: string): number => {
    const known = hostNumbers.get(host)
    if (known !== undefined) return known
    const number = hostNames.push(host) - 1
    hostNumbers.set(host, number)
    return number
  }

  const enter = (number: number, text: string): void => {
    const isMalformed = text.startsWith(MALFORMED)
    const standing = isMalformed ? 'malformed' : placeOf(text as Address)
    standings.set(number, STANDINGS.indexOf(standing))
    hosts.set(number, hostNumber(isMalformed ? '' : hostOf(text as Address)))
    next = number + 1
  }

  const create = (text: string): number => {
    const number = next
    numbers.remember(number)
    enter(number, text)
    if (standings.get(number) === INSIDE) shapes.set(number, addressShape(text as Address))
    fresh.push({ number, address: text })
    return number
  }

  const eachStored = async (visit: (row: NumberedAddress) => void): Promise<void> => {
    for (let after = -1; ; ) {
      const rows = await store.addressesAfter(site, after, LOADED_AT_ONCE)
      for (const row of rows) visit(row)
      const last = rows.at(-1)
      if (last === undefined || rows.length < LOADED_AT_ONCE) return
      after = last.number
    }
  }

  await eachStored(({ number, address }) => {
    enter(number, address)
    if (texts.size < MOST_TEXTS && standings.get(number) === INSIDE) texts.set(number, address as Address)
  })
  const mostTexts = texts.size + MOST_TEXTS
  isIndexed = next === 0

  const readIndex = async (): Promise<void> => {
    await eachStored(({ number, address }) => {
      if (numbers.findText(plain, address) === UNKNOWN) numbers.remember(number)
      if (standings.get(number) === INSIDE) shapes.set(number, addressShape(address as Address))
    })
    isIndexed = true
  }
  const numberOfText = (text: string): number => {
    if (!isIndexed) throw new Error('the addresses of earlier crawls are not indexed yet')
    const found = numbers.findText(plain, text)
    return found === UNKNOWN ? create(text) : found
  }

  return {
    numbers,
    plain,
    numberOf: (address) => {
      const stored = withoutTokens(address)
      const newest = next
      const number = numberOfText(stored)
      if (stored !== address) {
        tokens += 1
        if (texts.size < mostTexts + MOST_TOKENS) texts.set(number, address)
      } else if (number === newest && texts.size < mostTexts) texts.set(number, address)
      return number
    },
    numberOfMalformed: (reason, href) => numberOfText(`${MALFORMED}${reason} ${withoutSecrets(href)}`),
    standing: (number) => STANDINGS[standings.get(number)] ?? 'ignored',
    shape: shapes.get,
    host: (number) => hostNames[hosts.get(number)] ?? '',
    text: (number) => texts.get(number) ?? null,
    load: async (wanted) => {
      const missing = wanted.filter((number) => !texts.has(number))
      for (const row of await store.addresses(site, missing)) texts.set(row.number, row.address as Address)
    },
    forget: (number) => {
      if (texts.size > MOST_TEXTS) texts.delete(number)
    },
    get tokens() {
      return tokens
    },
    get isIndexed() {
      return isIndexed
    },
    index: () => {
      indexing ??= isIndexed ? Promise.resolve() : readIndex()
      return indexing
    },
    takeNew: () => {
      const taken = fresh
      fresh = []
      return taken
    },
  }
}
