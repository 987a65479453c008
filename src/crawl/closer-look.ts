import { dayAt } from '../core/day.ts'
import { type ControlPage, likenessOf } from '../facts/likeness.ts'
import type { Page } from '../facts/page.ts'
import { readPage } from '../facts/read-page.ts'
import { wallOf } from '../facts/wall.ts'
import type { Fetched } from '../fetch/fetcher.ts'

/** What a page turned out to be that answered as if all were well, or that a firewall sent. */
export interface Look {
  readonly kind: 'soft-404' | 'wall' | 'blocked'
  /** The page's own words or the address that say so. */
  readonly quote: string
}

/** The page of an answer, read whole; null when it holds none. */
export function pageIn({ observation, body }: Fetched): Page | null {
  const { answer, observedAt } = observation
  if (answer.kind !== 'response' || body === null) return null
  const { address, headers, status } = answer
  const contentType = headers['content-type'] ?? null
  return readPage({ bytes: body.bytes, contentType, address, status, observedOn: dayAt(observedAt) })
}

/** Reads a page whole and says what it is, if it is not what it pretends to be. `control`: its host's control page. */
export function closerLook(fetched: Fetched, control: ControlPage | null): Look | null {
  const page = pageIn(fetched)
  if (page === null) return null
  if (page.kind === 'blocked') return { kind: 'blocked', quote: page.signs[0] ?? '' }
  const { observation } = fetched
  if (observation.answer.kind !== 'response' || observation.answer.status >= 400) return null
  const landing = { kind: 'page', page, observation, trail: [observation] } as const
  const wall = wallOf(landing)
  if (wall.kind === 'wall') return { kind: 'wall', quote: wall.quote }
  const likeness = likenessOf(landing, control)
  if (likeness.kind === 'refusal' || likeness.kind === 'same')
    return { kind: 'soft-404', quote: likeness.quote }
  return null
}
