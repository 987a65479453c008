import * as z from 'zod'
import { bilingualShape } from '../finding-shape.ts'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)
const score = z.number().min(0).max(100)
export const dayShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const kindShape = z.enum(['district', 'department', 'enterprise'])

export const periodShape = z
  .strictObject({
    id: z.string().describe('2026-11 or 2026-Q4'),
    name: bilingualShape,
    from: dayShape,
    to: dayShape,
  })
  .readonly()

/** How many of the ranked units pass. A unit passes without a veto and with at least the pass mark. */
export const passRateShape = z
  .strictObject({
    ranked: count.describe('Units with a complete scorecard'),
    passed: count,
    rate: share.nullable().describe('passed ÷ ranked; null where nobody is ranked'),
    average: score.nullable(),
  })
  .readonly()

export const rankedShape = z
  .strictObject({
    rank: z.int().positive(),
    unit: z.string(),
    name: z.string(),
    kind: kindShape,
    score,
    coverage: share,
    grade: bilingualShape,
    passes: z.boolean(),
    findings: count,
    previousRank: z.int().positive().nullable(),
    change: z.number().nullable().describe('Points against the period before; null without a score then'),
  })
  .readonly()

/** Where the cases of earlier circulars stand. Withdrawn ones count nowhere else. */
export const standingCountsShape = z
  .strictObject({
    cases: count.describe('Withdrawn ones left out'),
    fixed: count,
    notFixed: count,
    notRechecked: count,
    appealed: count.describe('An appeal is pending'),
    withdrawn: count.describe('Appeal upheld, or dismissed by review'),
    rate: share.nullable().describe('fixed ÷ (fixed + notFixed): what could not be told counts for nobody'),
  })
  .readonly()

export const exampleShape = z
  .strictObject({
    fingerprint: z.string(),
    unitName: z.string(),
    item: z.string(),
    itemTitle: z.string(),
    subject: z.string(),
    address: z.string().nullable(),
    text: bilingualShape,
    newest: dayShape.nullable().describe('The last update, where the finding tells it'),
    overdue: z.int().positive().nullable().describe('Days overdue, where the finding tells them'),
  })
  .readonly()

export const problemKindShape = z
  .strictObject({
    check: z.string(),
    title: bilingualShape,
    findings: z.int().positive(),
    units: z
      .array(z.strictObject({ unit: z.string(), name: z.string(), findings: z.int().positive() }).readonly())
      .readonly()
      .describe('Most findings first'),
    example: exampleShape,
  })
  .readonly()

export const listedProblemShape = z
  .strictObject({
    number: z.int().positive(),
    fingerprint: z.string(),
    unit: z.string(),
    unitName: z.string(),
    item: z.string(),
    itemTitle: z.string(),
    ruleTitle: bilingualShape,
    severity: z.enum(['minor', 'serious', 'critical', 'veto']),
    subject: z.string(),
    address: z.string().nullable(),
    text: bilingualShape,
  })
  .readonly()

export const lateUnitShape = z
  .strictObject({
    unit: z.string(),
    unitName: z.string(),
    cases: z.int().positive().describe('Open cases past their deadline'),
    unanswered: count.describe('Of these, without a reply of the unit'),
    dueOn: dayShape.describe('The earliest deadline that was missed'),
    overdueWorkdays: z.int().positive().describe('Working days since then'),
  })
  .readonly()

export const commendedShape = z
  .strictObject({
    unit: z.string(),
    name: z.string(),
    score,
    reasons: z.array(z.enum(['best', 'improved', 'rectified'])).readonly(),
  })
  .readonly()
