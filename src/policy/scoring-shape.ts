import * as z from 'zod'
import { bilingual, ruleId, text } from './words-shape.ts'

const weight = z.number().positive({ error: 'a weight must be above 0' })
const section = z
  .strictObject({
    weight: weight.describe('Part of the score, beside the other sections'),
    cap: weight.nullable().default(null).describe('How much of its weight the section may cost at most'),
  })
  .refine((one) => one.cap === null || one.cap <= one.weight, {
    path: ['cap'],
    error: 'a cap above the weight caps nothing; lower it or leave it out',
  })

const veto = z.strictObject({
  id: ruleId,
  title: bilingual,
  rules: z.array(ruleId).min(1),
  failures: z.int().positive().describe('From how many failed columns, addresses or services on'),
  basis: text,
})

const grade = z.strictObject({ id: text, name: bilingual, from: z.number().min(0).max(100) })

/** `scoring` of pack.yaml. What it names is checked against the pack in scoring-problems.ts. */
export const scoringShape = z.strictObject({
  severities: z
    .strictObject({ minor: weight, serious: weight, critical: weight, veto: weight })
    .refine((one) => one.minor <= one.serious && one.serious <= one.critical && one.critical <= one.veto, {
      error: 'a graver severity must not count less than a lighter one',
    }),
  sections: z.record(z.string(), section),
  minimumWeight: z
    .number()
    .min(0)
    .default(0)
    .describe('A unit that owes less is scored as if it owed the rest and had passed it'),
  vetoes: z.array(veto).default([]),
  grades: z
    .array(grade)
    .min(1)
    .refine((bands) => bands.every((band, at) => at === 0 || band.from < (bands[at - 1]?.from ?? 0)), {
      error: 'grades must go down from the best one',
    })
    .refine((bands) => bands.at(-1)?.from === 0, { error: 'the last grade must start at 0' })
    .refine((bands) => new Set(bands.map((band) => band.id)).size === bands.length, {
      error: 'two grades have the same id',
    }),
  minimumCoverage: z.number().min(0).max(1),
})
