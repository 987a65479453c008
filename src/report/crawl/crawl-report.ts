import type * as z from 'zod'
import type { crawlReportShape } from './crawl-shape.ts'

/** The one document of a crawl, which every format renders. */
export type CrawlReport = z.infer<typeof crawlReportShape>

/** An address, or a link that leads to none, and what is said of it. */
export type CrawlEntry = CrawlReport['results'][number]

/** What may be said of an address. */
export type CrawlEntryState = CrawlEntry['state']

/** Faults of the site, for certain; everything else is only listed. */
const FAULTS: ReadonlySet<CrawlEntryState> = new Set(['dead', 'missing-fragment', 'soft-404', 'malformed'])

/** Whether an entry is a fault that ends the command with the code for findings: a guessed link is none. */
export const isFault = ({ state, guessed }: CrawlEntry): boolean => FAULTS.has(state) && !guessed
