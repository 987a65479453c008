import type { Observation } from '../core/observation.ts'
import type { Landing } from './facts.ts'
import type { Page } from './page.ts'

/**
 * A page compared with the control page of its host (DESIGN §5.4).
 * `honest`: the host answers an error status to a path that cannot exist; `different`: the host answers 200 to
 * everything and this page is not like its control page; `same`: it is; `refusal`: the page's own visible words refuse
 * (`quote`); `unknown`: no control page, or nothing to compare.
 */
export interface Likeness {
  readonly kind: 'honest' | 'different' | 'same' | 'refusal' | 'unknown'
  /** 0–1, how much of the text the two pages share. */
  readonly similarity: number | null
  readonly quote: string
  readonly control: Observation | null
}

/** What a host answered to an address that cannot exist. */
export interface ControlPage {
  readonly observation: Observation
  /** Null when nothing could be read. */
  readonly page: Page | null
}

/** From this share of common text on, two pages are one template. */
const SAME = 0.9
const SHINGLE = 4
/** Kinds that refuse in their own visible words. */
const REFUSALS: ReadonlySet<string> = new Set(['not-found', 'parked', 'not-filed'])

/** Text without what pages echo of the request or of the moment: addresses, numbers, white space. */
const settled = (page: Page): string =>
  `${page.title}\n${page.text}`.replace(/https?:\/\/\S+|[\w./-]*portal-audit-\w+[\w./-]*|\d+|\s+/g, '')

function shingles(text: string): ReadonlySet<string> {
  const parts = new Set<string>()
  for (let at = 0; at < Math.max(1, text.length - SHINGLE + 1); at += 1)
    parts.add(text.slice(at, at + SHINGLE))
  return parts
}

/** How much of the text two pages share, 0–1 (Jaccard index of runs of four characters). */
export function similarityOf(one: Page, other: Page): number {
  const [a, b] = [shingles(settled(one)), shingles(settled(other))]
  const shared = [...a].filter((part) => b.has(part)).length
  return shared / (a.size + b.size - shared)
}

const isPageOfItsOwn = (page: Page, control: Page): boolean =>
  page.listing.kind === 'entries' && control.listing.kind !== 'entries'

/** Compares where an address leads with the control page of its host. */
export function likenessOf(landing: Landing, control: ControlPage | null): Likeness {
  const observation = control?.observation ?? null
  if (landing.kind === 'unread') return { kind: 'unknown', similarity: null, quote: '', control: observation }
  const { page } = landing
  const as = (kind: Likeness['kind'], similarity: number | null = null, quote = ''): Likeness => ({
    kind,
    similarity,
    quote,
    control: observation,
  })
  if (REFUSALS.has(page.kind)) return as('refusal', null, page.signs[0] ?? '')
  const answer = observation?.answer
  if (answer === undefined || answer.kind !== 'response') return as('unknown')
  if (answer.status === 404 || answer.status === 410) return as('honest')
  if (answer.status !== 200 || control?.page === null || control?.page === undefined) return as('unknown')
  const similarity = Math.round(similarityOf(page, control.page) * 1000) / 1000
  const same = similarity >= SAME && !isPageOfItsOwn(page, control.page) && REFUSALS.has(control.page.kind)
  return as(same ? 'same' : 'different', similarity, same ? control.page.text.slice(0, 60) : '')
}
