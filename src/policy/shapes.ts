import * as z from 'zod'
import { cadencePolicyShape, cadenceShape, periodShape } from './cadence-shape.ts'
import { scoringShape } from './scoring-shape.ts'
import { bilingual, ruleId, text } from './words-shape.ts'

const itemId = z
  .string()
  .regex(/^[1-7]\.[1-9]\d*$/, { error: 'expected an item id in quotes, such as "2.18"' })

const owedBy = z
  .strictObject({
    units: z.array(text).default([]),
    groups: z.array(z.enum(['districts', 'departments', 'relevantDepartments'])).default([]),
  })
  .refine((selector) => selector.units.length + selector.groups.length > 0, {
    error: 'names nobody; give units, groups or both',
  })

const manual = z.strictObject({
  reason: bilingual.describe('Why no program can tell, and who looks'),
  every: periodShape.describe('How long what a person found out stays valid'),
})

const item = z.strictObject({
  id: itemId,
  title: text,
  clause: text.describe('The policy’s words, exactly'),
  owedBy,
  maintenance: z.enum(['submitted', 'harvested', 'linked']),
  stage: z.enum(['application', 'status', 'result']).nullable().default(null),
  cadences: z.array(cadenceShape).default([]),
  manual: manual.nullable().default(null),
})

const itemSelector = z.string().regex(/^(\*|[1-7]\.\*|[1-7]\.[1-9]\d*)$/, {
  error: 'expected an item id, "2.*" for a section, or "*" for all',
})

const rule = z.strictObject({
  id: ruleId,
  check: text,
  title: bilingual,
  items: z.array(itemSelector).min(1),
  options: z.record(z.string(), z.unknown()).default({}),
  severity: z.enum(['minor', 'serious', 'critical', 'veto']),
  weight: z.number().positive(),
  cap: z
    .number()
    .positive()
    .max(100)
    .nullable()
    .default(null)
    .describe('The most points, of 100, that the rule may cost'),
  basis: text,
})

/** One file per section of the policy: its items, and the rules that bear on that section alone. */
export const sectionShape = z.strictObject({
  section: z.strictObject({ id: z.string().regex(/^[1-7]$/), title: text }),
  items: z.array(item).min(1),
  rules: z.array(rule).default([]),
})

const generalDuty = z
  .strictObject({
    id: z.string().regex(/^([一二三四五](\([一二三四五六七]\)\d*)?|末段)$/, {
      error: 'expected the number of a clause, such as 四(四)',
    }),
    title: text,
    clause: text.describe('The policy’s words, exactly'),
    owedBy: z
      .enum(['units', 'office'])
      .default('units')
      .describe('Every unit, or the General Office with the portal’s editors'),
    rules: z.array(ruleId).default([]),
    manual: manual.nullable().default(null),
  })
  .refine((duty) => duty.rules.length > 0 || duty.manual !== null, {
    error: 'nothing checks this duty; name rules, or say under manual why a person must look',
  })

/** general.yaml: the general duties of sections 一–五. */
export const generalShape = z.strictObject({ general: z.array(generalDuty).min(1) })

/** pack.yaml: what the pack is, how it scores, and the rules that bear on several sections. */
export const packShape = z.strictObject({
  id: text,
  version: text,
  title: text,
  source: text,
  scoring: scoringShape,
  cadence: cadencePolicyShape,
  checkTitles: z
    .record(z.string(), bilingual)
    .default({})
    .describe('What findings of a check are called together where several rules apply it'),
  rules: z.array(rule).min(1),
})

/** general.yaml as read. */
export type GeneralFile = z.output<typeof generalShape>
/** A section file as read. */
export type SectionFile = z.output<typeof sectionShape>
/** pack.yaml as read. */
export type PackFile = z.output<typeof packShape>
