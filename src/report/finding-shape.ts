import * as z from 'zod'

/** One sentence in both languages. */
export const bilingualShape = z.strictObject({ zh: z.string(), en: z.string() }).readonly()

export const seenShape = z
  .strictObject({
    address: z.string(),
    seenAt: z.string().describe('YYYY-MM-DD HH:MM in Asia/Shanghai'),
    purpose: z.string(),
    chain: z
      .array(z.string())
      .readonly()
      .describe("The status chain, e.g. ['302 http://a/ → /b', '404 http://a/b'], or the failure's reason"),
    quote: z.string(),
    locator: z.string(),
  })
  .readonly()

/** A waiver, as far as it is shown beside a finding. */
const waiverFields = {
  id: z.string(),
  reason: z.string(),
  approver: z.string(),
  to: z.string().describe('Last day, YYYY-MM-DD'),
} as const

/** What a person decided of a finding (人工复核). */
const reviewFields = {
  decision: z.enum(['confirmed', 'dismissed', 'deferred']),
  reviewer: z.string(),
  reason: z.string(),
  at: z.string().describe('YYYY-MM-DD HH:MM in Asia/Shanghai'),
} as const

export const reviewShape = z.strictObject(reviewFields).readonly()

export const findingShape = z
  .strictObject({
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    fault: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .describe('The same for every unit and item that shares the fault'),
    unit: z.string(),
    unitName: z.string(),
    item: z.string(),
    itemTitle: z.string(),
    clause: z.string(),
    rule: z.string(),
    check: z.string(),
    ruleTitle: bilingualShape,
    basis: z.string(),
    severity: z.enum(['minor', 'serious', 'critical', 'veto']),
    subject: z.string(),
    address: z.string().nullable().describe('The address at fault, tokens stripped'),
    movement: z.enum(['new', 'unchanged']).nullable(),
    text: bilingualShape,
    remedy: bilingualShape,
    data: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .readonly()
      .describe('What the text was filled with, such as newest (YYYY-MM-DD) and overdue (days)'),
    seen: z.array(seenShape).readonly(),
    measured: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .describe('What was measured, as a waiver states it'),
    lapsed: z
      .strictObject({
        ...waiverFields,
        why: z.enum(['ended', 'changed']).describe('Its last day is over, or something else is measured now'),
      })
      .readonly()
      .nullable()
      .describe('The waiver that once covered the finding'),
    review: z
      .strictObject({
        ...reviewFields,
        counts: z
          .boolean()
          .describe('Whether it still counts; a decision lapses when something else is measured'),
      })
      .readonly()
      .nullable()
      .describe('What a person decided of it'),
  })
  .readonly()

export const waivedShape = z
  .strictObject({
    finding: findingShape,
    waiver: z.strictObject(waiverFields).readonly(),
  })
  .readonly()
  .describe('A finding under a waiver: in no score and in no count of findings')

export const setAsideShape = z
  .strictObject({ finding: findingShape, review: reviewShape })
  .readonly()
  .describe('A finding that a person dismissed or deferred: in no count of findings')

export const unsettledShape = z
  .strictObject({
    unit: z.string(),
    item: z.string(),
    rule: z.string(),
    check: z.string(),
    subject: z.string(),
    address: z.string().nullable(),
    outcome: z.enum(['cantTell', 'untested']),
    text: bilingualShape,
  })
  .readonly()
