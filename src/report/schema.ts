import * as z from 'zod'
import { circularShape } from './circular/circular-shape.ts'
import { crawlReportShape } from './crawl/crawl-shape.ts'
import { reportShape } from './report-shape.ts'
import { sealedShape } from './sealed-shape.ts'
import { sheetShape } from './sheet/sheet-shape.ts'

function schemaText(title: string, shape: z.ZodType): string {
  const schema = z.toJSONSchema(shape, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`
}

/** The JSON Schemas (draft 2020-12) of what the program writes, by file name. */
export const reportSchemas = (): Readonly<Record<string, string>> => ({
  'report.schema.json': schemaText('portal-audit: report.json, version 1', reportShape),
  'period.schema.json': schemaText('portal-audit: a sealed period, version 1', sealedShape),
  'circular.schema.json': schemaText('portal-audit: circular.json, version 1', circularShape),
  'sheet.schema.json': schemaText('portal-audit: a unit’s sheet, version 1', sheetShape),
  'crawl.schema.json': schemaText('portal-audit: crawl.json, version 1', crawlReportShape),
})
