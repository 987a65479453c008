import { type Address, hostNameOf } from '../core/address.ts'
import type { Probe } from '../core/probe.ts'
import type { Landing, SearchFact, SearchTry } from '../facts/facts.ts'
import type { Page } from '../facts/page.ts'
import { type SearchForm, searchAddress } from '../facts/search/search-form.ts'
import { searchResult } from '../facts/search/search-result.ts'
import { titlesToSearch } from '../facts/search/search-words.ts'
import type { Subject } from '../plan/subject.ts'
import type { AddressFacts } from './address-facts.ts'
import type { Evidence } from './evidence.ts'

/** Columns whose titles are searched for, the first ones first: news, then what was disclosed last. */
const TITLED = ['1.1', '2.1', '2.6', '2.8']

/** Kinds of pages on which a reader would look for a search form. */
const READ = new Set<Page['kind']>(['content', 'list', 'home', 'empty', 'placeholder'])

interface Found {
  readonly form: SearchForm | null
  /** Whether everything was read on which a form could stand. */
  readonly isRead: boolean
  readonly host: string
}

const readPage = (landing: Landing): Page | null =>
  landing.kind === 'page' && READ.has(landing.page.kind) ? landing.page : null

/** The form of the registered page, or of the unit's home page where that has none. */
function findForm(own: Address, site: Address | null, addresses: AddressFacts): Found {
  const page = readPage(addresses.landing(own))
  const host = hostNameOf(page?.address ?? own)
  if (page?.search?.kind === 'ask' || site === null)
    return { form: page?.search ?? null, isRead: page !== null, host }
  const home = readPage(addresses.landing(site))
  const form = home?.search?.kind === 'ask' ? home.search : (page?.search ?? home?.search ?? null)
  return { form, isRead: page !== null && home !== null, host }
}

interface Asked {
  readonly title: string
  readonly address: Address
  readonly results: Address
}

function searchesOf(found: Found, siblings: readonly Subject[], addresses: AddressFacts): readonly Asked[] {
  const { form, host } = found
  if (form === null) return []
  const listings = TITLED.flatMap((item) =>
    siblings.flatMap((one) => {
      if (one.kind !== 'column' || one.duty.item.id !== item) return []
      const landing = addresses.landing(one.address)
      return landing.kind === 'page' ? [landing.page.listing] : []
    }),
  )
  return titlesToSearch(listings, host).flatMap(({ title, address }) => {
    const results = searchAddress(form, title)
    return results === null ? [] : [{ title, address, results }]
  })
}

/** What is known of a unit's search: the form, and the searches for its own titles. */
export function searchFacts(
  subject: Subject,
  siblings: readonly Subject[],
  evidence: Evidence,
  addresses: AddressFacts,
): SearchFact {
  if (subject.kind !== 'column') return { form: 'unknown', tries: [] }
  const found = findForm(subject.address, subject.duty.unit.site, addresses)
  const tries = searchesOf(found, siblings, addresses).map((one): SearchTry => {
    const result = searchResult(one, addresses.landing(one.results), addresses.reachability(one.results))
    return { ...one, result, observation: evidence.ask('visit', one.results) ?? null }
  })
  const form = found.form?.kind ?? (found.isRead ? 'none' : 'unknown')
  return { form, tries }
}

/** What must be asked to know a unit's search: its home page, and the results of the searches. */
export function searchQuestions(
  subject: Subject,
  siblings: readonly Subject[],
  addresses: AddressFacts,
): readonly Probe[] {
  if (subject.kind !== 'column') return []
  const { site } = subject.duty.unit
  const found = findForm(subject.address, site, addresses)
  const home: readonly Probe[] =
    site === null || found.form?.kind === 'ask'
      ? []
      : [{ purpose: 'visit', origin: 'registered', address: site }]
  const searches = searchesOf(found, siblings, addresses).map(
    ({ results }): Probe => ({ purpose: 'visit', origin: 'discovered', address: results }),
  )
  return [...home, ...searches]
}
