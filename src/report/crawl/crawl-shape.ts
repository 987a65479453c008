import * as z from 'zod'
import { bilingualShape } from '../finding-shape.ts'
import { CRAWL_STATES } from './crawl-states.ts'
import { CUT_REASONS } from './cut-reasons.ts'

const count = z.int().nonnegative()

const sourceShape = z
  .strictObject({
    page: z.string(),
    line: z.int().positive(),
    kind: z.string().describe('What the link is: a, img, onclick, …'),
  })
  .readonly()

const seenShape = z
  .strictObject({
    purpose: z.string(),
    at: z.string().describe('ISO 8601, UTC'),
    brought: z.string().describe('A status, a reason, or what another engine says'),
  })
  .readonly()

const entryShape = z
  .strictObject({
    state: z.enum(CRAWL_STATES),
    cause: z.string(),
    address: z.string(),
    endsAt: z.string().nullable().describe('Where redirects ended; null without any'),
    guessed: z
      .boolean()
      .describe('Whether every link to it is only guessed from a script, a menu or a data attribute'),
    quote: z.string(),
    seen: z.array(seenShape).readonly(),
    sources: z.array(sourceShape).readonly().describe('Every page and line that holds a link to it'),
  })
  .readonly()

const cutShape = z
  .strictObject({
    reason: z.enum(CUT_REASONS),
    count: count.describe(
      'Addresses that were not asked, or, of a trap, pages whose links were not followed',
    ),
    example: z.string().nullable(),
  })
  .readonly()

/** The shape of what `crawl --format json` writes, version 1. */
export const crawlReportShape = z
  .strictObject({
    schema: z.literal('portal-audit/crawl'),
    version: z.literal(1),
    start: z.string(),
    startedAt: z.string(),
    finishedAt: z.string(),
    reliable: z.boolean().describe('Whether our own network was well'),
    doubts: z
      .array(z.strictObject({ id: z.string(), text: bilingualShape }).readonly())
      .readonly()
      .describe('Why it is taken not to have been'),
    complete: z.boolean().describe('Whether everything that was found was asked'),
    cutShort: z.array(cutShape).readonly().describe('What was left out of what was found, and why'),
    counts: z
      .strictObject({
        addresses: count,
        pages: count.describe('Pages whose links were read'),
        links: count,
        byState: z.record(z.enum(CRAWL_STATES), count).readonly(),
      })
      .readonly(),
    results: z.array(entryShape).readonly(),
  })
  .readonly()
