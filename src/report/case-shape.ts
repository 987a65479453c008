import * as z from 'zod'
import { bilingualShape } from './finding-shape.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const time = z.string().describe('YYYY-MM-DD HH:MM in Asia/Shanghai')

/** A rectification case as documents show it: what was found, and everything that happened since. */
export const caseShape = z
  .strictObject({
    id: z.string().describe('<period>-<fingerprint>'),
    period: z.string().describe('The period in whose circular it stood first: 2026-11, 2026-Q4'),
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    unit: z.string(),
    unitName: z.string(),
    item: z.string(),
    itemTitle: z.string(),
    rule: z.string(),
    ruleTitle: bilingualShape,
    severity: z.enum(['minor', 'serious', 'critical', 'veto']),
    subject: z.string(),
    address: z.string().nullable(),
    text: bilingualShape,
    openedOn: day,
    dueOn: day.nullable().describe('null where the holiday calendar does not reach it'),
    state: z.enum(['open', 'closed']),
    closedBecause: z.enum(['fixed', 'appeal-upheld', 'dismissed']).nullable(),
    closedOn: day.nullable(),
    overdueWorkdays: z
      .int()
      .nonnegative()
      .nullable()
      .describe('Working days past dueOn of an open case; 0 in time; null where it cannot be counted'),
    lastRecheck: z
      .strictObject({ on: day, result: z.enum(['fixed', 'notFixed', 'notRechecked']) })
      .readonly()
      .nullable(),
    reply: z
      .strictObject({
        on: day,
        by: z.string(),
        cause: z.string(),
        measure: z.string(),
        doneOn: day.optional(),
        responsible: z.string().optional(),
      })
      .readonly()
      .nullable(),
    appeal: z
      .strictObject({ on: day, reason: z.string(), state: z.enum(['pending', 'upheld', 'rejected']) })
      .readonly()
      .nullable(),
    history: z
      .array(z.strictObject({ at: time, by: z.string(), text: bilingualShape }).readonly())
      .readonly(),
  })
  .readonly()

/** A rectification case, rendered. */
export type CaseReport = z.output<typeof caseShape>
