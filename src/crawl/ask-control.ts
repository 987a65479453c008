import { deflateRawSync } from 'node:zlib'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Crawl, CrawlStore } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import type { AnswerLog } from './answer-log.ts'
import { replyOf } from './reply.ts'

/**
 * Asks a host for an address that cannot exist, unless the store knows its answer already, and keeps the body: how the
 * host says “not found”. Returns how often it asked.
 */
export async function askControl(
  number: number,
  tools: {
    readonly store: CrawlStore
    readonly fetcher: Fetcher
    readonly log: AnswerLog
    readonly book: AddressBook
    readonly crawl: Crawl
  },
): Promise<number> {
  const { store, fetcher, log, book, crawl } = tools
  const known = await store.answers(crawl.id, [number])
  if (known.some((one) => one.purpose === 'control')) return 0
  if (book.text(number) === null) await book.load([number])
  const address = book.text(number)
  if (address === null) return 0
  const { observation, body } = await fetcher.fetch({
    purpose: 'control',
    address,
    origin: 'discovered',
    wants: 'page',
  })
  const content = body === null ? null : deflateRawSync(body.bytes)
  const { observedAt } = observation
  log.add({
    number,
    purpose: 'control',
    observedAt,
    reply: replyOf(observation),
    links: null,
    content,
    fragments: null,
  })
  return 1
}
