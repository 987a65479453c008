import * as z from 'zod'
import { bilingualShape } from './finding-shape.ts'

const points = z.number().min(0).max(100)
const cap = z.number().positive().nullable().describe('The most points that may be taken off; null = no cap')
const weight = z.number().min(0)

/** How a score came about: the steps that `rules explain-score` prints. */
export const arithmeticShape = z
  .strictObject({
    sections: z
      .array(
        z
          .strictObject({
            section: z.string(),
            title: z.string(),
            weight: z.number().positive().describe('As the rule pack has it'),
            value: points.describe('Points of 100, sections that the unit does not owe left out'),
            owed: weight.describe('Weight of everything that was due'),
            passed: weight,
            failed: weight,
            cap,
            points: points.describe('Points that the section costs: the sum of its lines'),
          })
          .readonly(),
      )
      .readonly(),
    lines: z
      .array(
        z
          .strictObject({
            section: z.string(),
            rule: z.string(),
            title: bilingualShape,
            failures: z.int().positive().describe('Failed verdicts'),
            each: z.number().positive().describe('Weight of each: that of the rule × that of its severity'),
            value: points.describe('Value of the section × failed weight ÷ owed weight of the section'),
            uncapped: z.number().min(0).describe('value × rate'),
            cap,
            points: points.describe('Points taken off'),
          })
          .readonly(),
      )
      .readonly(),
    passed: points,
    failed: points,
    unjudged: points.describe('passed + failed + unjudged + spare = 100'),
    owedWeight: weight,
    minimumWeight: weight.describe('A unit that owes less is scored as if it had passed the rest'),
    spare: points.describe('100 × (1 − owedWeight ÷ minimumWeight), at least 0'),
    capped: z
      .strictObject({ value: points, points })
      .readonly()
      .describe('Of the failed value what reached a cap, and what it costs'),
    rate: z
      .number()
      .min(0)
      .describe(
        'Points that one point of value costs: (100 − capped.points) ÷ (passed + failed + spare − capped.value)',
      ),
    lost: points.describe('The sum of the lines’ points; score = 100 − lost'),
  })
  .readonly()

export const vetoShape = z
  .strictObject({
    id: z.string(),
    title: bilingualShape,
    found: z.int().positive(),
    failures: z.int().positive().describe('From how many failures on it is a veto'),
  })
  .readonly()
