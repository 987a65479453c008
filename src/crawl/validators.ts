import type { Probe } from '../core/probe.ts'
import type { CrawlAnswer } from '../store/crawl-store.ts'

/** What an earlier answer lets us ask: whether anything has changed since (RFC 9110 §13.1). */
export function validatorsOf(before: CrawlAnswer | null): Pick<Probe, 'validators'> {
  const { status = 0, etag, lastModified } = before?.reply ?? {}
  if (status !== 200 || (etag === undefined && lastModified === undefined)) return {}
  return {
    validators: {
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    },
  }
}
