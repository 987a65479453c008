import * as z from 'zod'
import { arithmeticShape, vetoShape } from './arithmetic-shape.ts'
import { bilingualShape, findingShape, setAsideShape, unsettledShape, waivedShape } from './finding-shape.ts'
import { manualShape } from './manual-shape.ts'
import { suspectShape } from './suspect-report.ts'

const count = z.int().nonnegative()
const score = z.number().min(0).max(100).nullable().describe('0–100; null when nothing could be judged')
const coverage = z.number().min(0).max(1).nullable().describe('0–1; null when nothing was due')
const outcomesShape = z
  .strictObject({ failed: count, cantTell: count, passed: count, inapplicable: count, untested: count })
  .readonly()

const movementShape = z
  .strictObject({ new: count, unchanged: count, fixed: count, notRechecked: count })
  .readonly()

export const unitShape = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['district', 'department', 'enterprise']),
    site: z.string().nullable(),
    score,
    coverage,
    complete: z.boolean(),
    grade: z.strictObject({ id: z.string(), name: bilingualShape }).readonly().nullable(),
    rank: z.int().positive().nullable(),
    outcomes: outcomesShape,
    arithmetic: arithmeticShape,
    vetoes: z.array(vetoShape).readonly(),
    items: z
      .array(
        z
          .strictObject({
            item: z.string(),
            title: z.string(),
            section: z.string(),
            outcomes: outcomesShape,
            state: z.enum(['failed', 'passed', 'unsettled', 'inapplicable']),
          })
          .readonly(),
      )
      .readonly(),
    findings: z.array(findingShape).readonly(),
    waived: z.array(waivedShape).readonly(),
    setAside: z.array(setAsideShape).readonly(),
    unsettled: z.array(unsettledShape).readonly(),
    manual: z.array(manualShape).readonly(),
    movement: movementShape.nullable(),
  })
  .readonly()

/** The shape of the one document, version 1. Its JSON Schema is reports/schema/report.schema.json. */
export const reportShape = z
  .strictObject({
    schema: z.literal('portal-audit/report'),
    version: z.literal(1),
    run: z
      .strictObject({
        id: z.string(),
        startedAt: z.string(),
        asOf: z.string().describe('The day judged, YYYY-MM-DD'),
        reliable: z.boolean(),
        doubts: z
          .array(z.strictObject({ id: z.string(), text: bilingualShape }).readonly())
          .readonly()
          .describe('Why the run is not believed; empty for one that is'),
        previous: z.string().nullable(),
      })
      .readonly(),
    city: z.string(),
    pack: z
      .strictObject({
        id: z.string(),
        version: z.string(),
        title: z.string(),
        source: z.string(),
        hash: z.string(),
      })
      .readonly(),
    totals: z
      .strictObject({
        units: count,
        duties: count,
        verdicts: count,
        outcomes: outcomesShape,
        findings: count.describe('One per unit and item'),
        waived: count.describe('Findings under a waiver, not among the findings'),
        setAside: count.describe('Findings that a person dismissed or deferred, not among the findings'),
        faults: count.describe('Each counted once however many units share it'),
        addresses: count,
        requests: count,
        averageScore: score,
        medianScore: score,
        coverage,
      })
      .readonly(),
    grades: z
      .array(
        z.strictObject({ id: z.string(), name: bilingualShape, from: z.number(), units: count }).readonly(),
      )
      .readonly(),
    sections: z
      .array(
        z
          .strictObject({ id: z.string(), title: z.string(), outcomes: outcomesShape, faults: count })
          .readonly(),
      )
      .readonly(),
    checks: z
      .array(
        z
          .strictObject({
            check: z.string(),
            title: bilingualShape,
            findings: count,
            faults: count,
            units: count,
            cantTell: count,
          })
          .readonly(),
      )
      .readonly(),
    movement: movementShape.nullable(),
    suspects: z
      .array(suspectShape)
      .readonly()
      .describe('Addresses whose faults count only once they were seen again, and those of which they did'),
    units: z.array(unitShape).readonly(),
  })
  .readonly()
