import { inflateRawSync } from 'node:zlib'
import type { Address } from '../core/address.ts'
import { dayAt } from '../core/day.ts'
import type { Observation } from '../core/observation.ts'
import { isAuthentication } from '../facts/forms/authentication-address.ts'
import { type ControlPage, likenessOf } from '../facts/likeness.ts'
import type { Page } from '../facts/page.ts'
import { readPage } from '../facts/read-page.ts'
import { wallOf } from '../facts/wall.ts'
import type { CrawlAnswer } from '../store/crawl-store.ts'
import { authenticationBehind } from './authentication-behind.ts'
import { observationOf } from './reply.ts'
import { scriptOnly } from './script-only.ts'

/** What a page turned out to be that answered as if all were well, or that a firewall sent. */
export interface Look {
  readonly kind: 'soft-404' | 'wall' | 'blocked' | 'server-error' | 'maintenance'
  /** The page's own words or the address that say so. */
  readonly quote: string
}

/** A page of that name says that another does not exist. */
const NOT_FOUND_PAGE = /\/(?:404|not-?found)(?:\.\w{2,5})?(?:\?|$)/i

/** Where a page that is nothing but a jump sends its reader instead of showing what it promised. */
function jumpedFrom({ jump, address }: Page): Look | null {
  if (jump === null || jump.kind === 'frame') return null
  if (isAuthentication(jump.address) && !isAuthentication(address))
    return { kind: 'wall', quote: jump.address }
  return NOT_FOUND_PAGE.test(jump.address) ? { kind: 'soft-404', quote: jump.address } : null
}

/** The same of a redirect, whatever the page of that name shows. */
const redirectedFrom = (asked: Address, end: Address): Look | null =>
  NOT_FOUND_PAGE.test(end) && !NOT_FOUND_PAGE.test(asked) ? { kind: 'soft-404', quote: end } : null

const saidByScript = ({ content }: CrawlAnswer, page: Page, type: string | null): Look | null =>
  content === null ? null : scriptOnly(inflateRawSync(content), type, page.text)

function pageIn(observation: Observation, content: Uint8Array | null): Page | null {
  const { answer, observedAt } = observation
  if (answer.kind !== 'response' || content === null) return null
  const { address, headers, status } = answer
  return readPage({
    bytes: inflateRawSync(content),
    contentType: headers['content-type'] ?? null,
    address,
    status,
    observedOn: dayAt(observedAt),
  })
}

/** An answer to a control address, as likeness is judged from it. */
export function controlPage(answer: CrawlAnswer, address: Address): ControlPage {
  const observation = observationOf(answer, address)
  return { observation, page: pageIn(observation, answer.content) }
}

/**
 * Says what a page is, if it is not what it pretends to be, from the body that was kept because it was in doubt; null
 * where nothing speaks against it. `control`: how its host answers to an address that cannot exist.
 */
export function closerLook(visit: CrawlAnswer, address: Address, control: ControlPage | null): Look | null {
  const observation = observationOf(visit, address)
  const { answer } = observation
  if (answer.kind !== 'response') return null
  const authentication = authenticationBehind(observation)
  const page = pageIn(observation, visit.content)
  if (page === null) return authentication === null ? null : { kind: 'wall', quote: authentication }
  if (page.kind === 'blocked') return { kind: 'blocked', quote: page.signs[0] ?? '' }
  if (answer.status >= 400) return null
  const landing = { kind: 'page', page, observation, trail: [observation] } as const
  const wall = wallOf(landing)
  if (wall.kind === 'wall') return { kind: 'wall', quote: wall.quote }
  const sent =
    jumpedFrom(page) ??
    redirectedFrom(address, answer.address) ??
    saidByScript(visit, page, answer.headers['content-type'] ?? null)
  if (sent !== null) return sent
  const { kind, quote } = likenessOf(landing, control)
  if (kind === 'refusal' || kind === 'same') return { kind: 'soft-404', quote }
  const isFault = page.kind === 'server-error' || page.kind === 'maintenance'
  return isFault ? { kind: page.kind, quote: page.signs[0] ?? '' } : null
}
