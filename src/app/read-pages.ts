import type { Day } from '../core/day.ts'
import type { ObservationId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import { type FileHead, fileHeadOf } from '../facts/files/file-head.ts'
import type { Page } from '../facts/page.ts'
import { readPage } from '../facts/read-page.ts'
import type { Readings } from '../judge/evidence.ts'
import type { RunStore } from '../store/run-store.ts'

const READABLE = /^\s*(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml))\b/i

/** Whether an answer may be a page: HTML, XML or text by its own words, or of no stated type. */
export function mayBePage(observation: Observation): boolean {
  if (observation.answer.kind !== 'response' || observation.answer.body === null) return false
  const type = observation.answer.headers['content-type'] ?? ''
  return type === '' || READABLE.test(type)
}

/** Reads the page behind an observation; null when it holds none. `day` is the day that the run judges. */
export function pageOf(observation: Observation, bytes: Uint8Array, day: Day): Page | null {
  if (!mayBePage(observation) || observation.answer.kind !== 'response') return null
  const { address, headers, status } = observation.answer
  const contentType = headers['content-type'] ?? null
  return readPage({ bytes, contentType, address, observedOn: day, status })
}

/** Readings that grow while answers come. */
export interface GrowingReadings extends Readings {
  /** Reads one body. */
  add(observation: Observation, bytes: Uint8Array): void
}

/** An empty collection of readings. `day` is the day that the run judges. */
export function growingReadings(day: Day): GrowingReadings {
  const pages = new Map<ObservationId, Page>()
  const files = new Map<ObservationId, FileHead>()
  const add = (observation: Observation, bytes: Uint8Array): void => {
    const page = pageOf(observation, bytes, day)
    if (page !== null) pages.set(observation.id, page)
    const { answer } = observation
    if (answer.kind === 'response') files.set(observation.id, fileHeadOf(bytes, answer.truncated))
  }
  return { pages, files, add }
}

/** Reads every body that a run has stored. */
export async function readPages(
  store: RunStore,
  observations: readonly Observation[],
  day: Day,
): Promise<GrowingReadings> {
  const readings = growingReadings(day)
  for (const observation of observations) {
    const { answer } = observation
    const bytes = answer.kind === 'response' && answer.body !== null ? await store.body(answer.body) : null
    if (bytes !== null) readings.add(observation, bytes)
  }
  return readings
}
