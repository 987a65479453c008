import * as z from 'zod'
import { pictureWordsShape } from './pictures/picture-words.ts'

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const words = z.record(z.string(), bilingual)

/** The words of reports, by kind and key: reports/catalogue.yaml. */
export const labelsShape = z.strictObject({
  outcome: words,
  severity: words,
  reason: words,
  purpose: words,
  kind: words,
  movement: words,
  lapse: words,
  decision: words,
  attested: words,
  grade: words,
  picture: pictureWordsShape,
  moved: words,
  commended: words,
  caseState: words,
})

/** The words of reports. */
export type Labels = z.output<typeof labelsShape>
