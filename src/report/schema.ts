import { z } from 'zod'
import { reportShape } from './report-shape.ts'

/** The JSON Schemas (draft 2020-12) of what the program writes, by file name. */
export const reportSchemas = (): Readonly<Record<string, string>> => {
  const schema = z.toJSONSchema(reportShape, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })
  return {
    'report.schema.json': `${JSON.stringify({ title: 'portal-audit: report.json, version 1', ...schema }, null, 2)}\n`,
  }
}
