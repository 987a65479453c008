import type { CrawlAnswer } from './crawl-store.ts'

/** When the page of an answer was read whole, in milliseconds since 1970-01-01 UTC; 0 where that is not known. */
export const readWholeAt = ({ observedAt, reply }: Pick<CrawlAnswer, 'observedAt' | 'reply'>): number =>
  reply.unchangedSince ?? (reply.unchanged === true ? 0 : observedAt)
