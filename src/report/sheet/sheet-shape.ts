import * as z from 'zod'
import { caseShape } from '../case-shape.ts'
import { dayShape, kindShape, periodShape } from '../circular/circular-parts.ts'
import { officeShape } from '../circular/office.ts'
import { bilingualShape, findingShape } from '../finding-shape.ts'

const score = z.number().min(0).max(100).nullable()

/** A unit's sheet (监管工作提示单) for a period, version 1: every number and list of it, as plain data. */
export const sheetShape = z
  .strictObject({
    schema: z.literal('portal-audit/sheet'),
    version: z.literal(1),
    city: z.string(),
    period: periodShape,
    edition: z.int().positive(),
    replaces: z
      .strictObject({ edition: z.int().positive(), document: z.string(), reason: z.string() })
      .readonly()
      .nullable(),
    number: z.string().describe('<period>-<number of the unit>'),
    issuedOn: dayShape,
    office: officeShape,
    run: z.strictObject({ id: z.string(), asOf: dayShape, sealedOn: dayShape }).readonly(),
    pack: z.strictObject({ title: z.string(), version: z.string() }).readonly(),
    unit: z
      .strictObject({
        id: z.string(),
        name: z.string(),
        kind: kindShape,
        site: z.string().nullable(),
        score,
        coverage: z.number().min(0).max(1).nullable(),
        complete: z.boolean().describe('Whether it is ranked and graded'),
        grade: bilingualShape.nullable(),
        rank: z.int().positive().nullable(),
        of: z.int().nonnegative().describe('Units that are ranked'),
        vetoes: z.array(bilingualShape).readonly(),
        unsettled: z.int().nonnegative().describe('What could not be judged'),
      })
      .readonly(),
    before: z
      .strictObject({
        period: periodShape,
        score,
        rank: z.int().positive().nullable(),
        change: z.number().nullable().describe('Points since then; null where one of the two has no score'),
      })
      .readonly()
      .nullable(),
    findings: z.array(findingShape).readonly(),
    open: z
      .array(
        z
          .strictObject({
            case: caseShape,
            periodName: bilingualShape,
            standing: z.enum(['notFixed', 'notRechecked', 'appealed']),
          })
          .readonly(),
      )
      .readonly()
      .describe('Open cases of earlier circulars, the earliest deadline first'),
    fixed: z.int().nonnegative().describe('Cases of the last circular that were found mended'),
    requirements: z.strictObject({ workdays: z.int().positive(), dueOn: dayShape.nullable() }).readonly(),
  })
  .readonly()

/** A unit's sheet. Plain data. */
export type Sheet = z.output<typeof sheetShape>
