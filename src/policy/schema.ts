import * as z from 'zod'
import { calendarShape } from './calendar.ts'
import { generalShape, packShape, sectionShape } from './shapes.ts'

const schemaText = (title: string, shape: z.ZodType): string =>
  `${JSON.stringify({ title, ...z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) }, null, 2)}\n`

/** The JSON Schemas (draft 2020-12) of a pack's files, by file name, for editors. */
export const packSchemas = (): Readonly<Record<string, string>> => ({
  'pack.schema.json': schemaText('portal-audit: pack.yaml', packShape),
  'general.schema.json': schemaText('portal-audit: general.yaml', generalShape),
  'calendar.schema.json': schemaText('portal-audit: working days of a year', calendarShape),
  'section.schema.json': schemaText('portal-audit: one section of a policy', sectionShape),
})
