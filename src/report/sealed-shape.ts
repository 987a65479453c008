import * as z from 'zod'
import { caseShape } from './case-shape.ts'
import { bilingualShape } from './finding-shape.ts'
import { reportShape } from './report-shape.ts'

/**
 * A sealed period, version 1: everything that its circular, sheets and workbook are made from. `report` is the run's
 * document after review (`setAside` of its units: what was dismissed or deferred); `cases` is the rectification ledger as it stood
 * when the period was sealed, cases opened by this very sealing among them.
 *
 * What is sealed is read for ever. So a field that is added, here or in a shape within, is `.optional()` and whoever reads it
 * says what its absence means; none is taken away, renamed, or narrowed; whatever cannot be had so needs a version 2 beside
 * this one. Shapes are strict: a document with a field that this program does not know is refused, not read in part.
 * `fixtures/sealed` keeps documents of former shapes, which must always read.
 */
export const sealedShape = z
  .strictObject({
    schema: z.literal('portal-audit/period'),
    version: z.literal(1),
    period: z.string().describe('2026-11 or 2026-Q4'),
    edition: z.int().positive(),
    replaces: z
      .strictObject({ edition: z.int().positive(), document: z.string(), reason: z.string() })
      .readonly()
      .nullable()
      .describe('What an erratum replaces, and why'),
    sealedAt: z.string().describe('ISO 8601, UTC'),
    sealedOn: z.string().describe('The day in Asia/Shanghai, YYYY-MM-DD'),
    sealedBy: z.string(),
    registryHash: z.string(),
    minimumCoverage: z.number().min(0).max(1),
    rectificationWorkdays: z.int().positive(),
    dueOn: z.string().nullable().describe('Deadline of the cases opened now; null past the holiday calendar'),
    warnings: z.array(bilingualShape).readonly(),
    cases: z.array(caseShape).readonly(),
    evidence: z
      .record(z.string(), z.string())
      .readonly()
      .optional()
      .describe('By fingerprint: SHA-256 over the digests of the observations behind the finding'),
    report: reportShape,
  })
  .readonly()

/** A sealed period. Plain data. */
export type SealedPeriod = z.output<typeof sealedShape>
