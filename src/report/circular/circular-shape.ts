import * as z from 'zod'
import { bilingualShape } from '../finding-shape.ts'
import {
  commendedShape,
  dayShape,
  kindShape,
  lateUnitShape,
  listedProblemShape,
  passRateShape,
  periodShape,
  problemKindShape,
  rankedShape,
  standingCountsShape,
} from './circular-parts.ts'
import { officeShape } from './office.ts'

const count = z.int().nonnegative()
const score = z.number().min(0).max(100).nullable()

/** The circular (通报) of a period, version 1: every number and list of it, as plain data. */
export const circularShape = z
  .strictObject({
    schema: z.literal('portal-audit/circular'),
    version: z.literal(1),
    city: z.string(),
    period: periodShape,
    edition: z.int().positive(),
    replaces: z
      .strictObject({ edition: z.int().positive(), document: z.string(), reason: z.string() })
      .readonly()
      .nullable(),
    issuedOn: dayShape,
    number: z
      .string()
      .nullable()
      .describe('发文字号, such as 云政办函〔2026〕9号; null where none was given'),
    office: officeShape,
    run: z.strictObject({ id: z.string(), asOf: dayShape, sealedOn: dayShape }).readonly(),
    pack: z
      .strictObject({ title: z.string(), version: z.string(), source: z.string(), hash: z.string() })
      .readonly(),
    warnings: z.array(bilingualShape).readonly(),
    scope: z
      .strictObject({
        units: count,
        ranked: count.describe('Units with a complete scorecard'),
        incomplete: z
          .array(z.strictObject({ unit: z.string(), name: z.string() }).readonly())
          .readonly()
          .describe('Too little could be judged: neither ranked nor praised'),
        minimumCoverage: z.number().min(0).max(1),
        duties: count,
        coverage: z.number().min(0).max(1).nullable().describe('Judged ÷ what should have been judged'),
        findings: count,
        faults: count,
        waived: count,
        dismissed: count,
        deferred: count,
      })
      .readonly(),
    scores: z.strictObject({ average: score, median: score, highest: score, lowest: score }).readonly(),
    grades: z
      .array(z.strictObject({ name: bilingualShape, units: count }).readonly())
      .readonly()
      .describe('Units by grade; those with a veto last, where there are any'),
    passing: z
      .strictObject({
        mark: z.number().describe('The least score that passes'),
        now: passRateShape,
        failing: z
          .array(
            z
              .strictObject({
                unit: z.string(),
                name: z.string(),
                score: z.number(),
                vetoes: z.array(bilingualShape).readonly(),
              })
              .readonly(),
          )
          .readonly(),
        byKind: z
          .array(
            z
              .strictObject({
                kind: kindShape,
                units: count,
                now: passRateShape,
                before: passRateShape.nullable(),
              })
              .readonly(),
          )
          .readonly(),
      })
      .readonly(),
    before: z
      .strictObject({
        period: periodShape,
        average: score,
        median: score,
        passing: passRateShape,
        samePack: z.boolean().describe('Whether the same version of the rules was applied'),
      })
      .readonly()
      .nullable()
      .describe('The period before; null for the first one'),
    recheck: z
      .strictObject({
        last: standingCountsShape.nullable().describe('Cases of the period before'),
        older: standingCountsShape
          .nullable()
          .describe('Cases of periods before that, as far as they were open since'),
      })
      .readonly(),
    best: z.array(rankedShape).readonly(),
    improved: z.array(rankedShape).readonly(),
    problems: z.array(problemKindShape).readonly(),
    requirements: z
      .strictObject({
        workdays: z.int().positive(),
        dueOn: dayShape.nullable().describe('null where the holiday calendar does not reach it'),
        workdaysLeft: count.nullable().describe('Working days from issue to the deadline'),
      })
      .readonly(),
    ranking: z.array(rankedShape).readonly(),
    list: z.array(listedProblemShape).readonly(),
    late: z.array(lateUnitShape).readonly(),
    commended: z.array(commendedShape).readonly(),
  })
  .readonly()

/** The circular of a period. Plain data. */
export type Circular = z.output<typeof circularShape>
