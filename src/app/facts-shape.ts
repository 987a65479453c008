import * as z from 'zod'
import { FORM_TYPES } from '../facts/forms/form-type.ts'
import type { Page } from '../facts/page.ts'

const day = z.string().describe('YYYY-MM-DD')
const chance = z.number().min(0).max(1)

const kind = z.enum([
  'content',
  'list',
  'home',
  'not-found',
  'server-error',
  'blocked',
  'maintenance',
  'not-filed',
  'parked',
  'login',
  'registration',
  'placeholder',
  'script-rendered',
  'empty',
] satisfies readonly Page['kind'][])

const pageDate = {
  date: day.describe('YYYY-MM-DD; the first day of the month or the year where no more is told'),
  precision: z.enum(['day', 'month', 'year']),
  source: z.enum([
    'meta',
    'json-ld',
    'microdata',
    'label',
    'byline',
    'time-element',
    'script',
    'url',
    'text',
  ] satisfies readonly NonNullable<Page['published']>['source'][]),
  quote: z.string().describe('The words of the page'),
}
const date = z.strictObject({ ...pageDate, confidence: chance }).readonly()
const candidate = z
  .strictObject({
    ...pageDate,
    rejected: z.enum([
      'written',
      'modified',
      'rebuilt',
      'implausible',
      'deadline',
      'clock',
      'template',
      'copyright',
      'event',
      'aside',
      'yearless',
      'outranked',
      'unsure',
    ] satisfies readonly Page['candidates'][number]['rejected'][]),
  })
  .readonly()

const form = z
  .strictObject({
    type: z.enum(FORM_TYPES),
    confidence: chance,
    loose: z.boolean().describe('Password fields outside any form element; these stand after all forms'),
    action: z.string(),
    fields: z.array(z.string()).readonly(),
  })
  .readonly()

const link = z.strictObject({ address: z.string(), text: z.string() }).readonly()
const links = z.array(link).readonly()
const malformed = z.strictObject({ href: z.string(), text: z.string(), reason: z.string() }).readonly()

/** One page of `portal-audit facts`, version 1. */
export const factsLineShape = z
  .strictObject({
    version: z.literal(1),
    file: z.string(),
    url: z.string().nullable(),
    status: z.int().nullable(),
    observedAt: z.string().describe('ISO 8601, UTC'),
    bytes: z.int().nonnegative().describe('How many were read'),
    truncated: z.boolean().describe('Whether the body is longer than what is read of one'),
    charset: z
      .strictObject({
        name: z.string(),
        decidedBy: z.enum(['bom', 'utf-8-valid', 'utf-8-nearly-valid', 'http', 'meta', 'fallback']),
      })
      .readonly(),
    title: z.string(),
    language: z.enum(['zh', 'en', 'other']),
    kind,
    signs: z
      .array(z.strictObject({ sign: z.string(), quote: z.string() }).readonly())
      .readonly()
      .describe('What decided the kind, the most telling first'),
    published: date.nullable(),
    written: date.nullable().describe('成文日期'),
    modified: date.nullable(),
    candidates: z.array(candidate).readonly().describe('Dates that were not taken, and why'),
    list: z
      .enum(['entries', 'empty', 'unread', 'none'])
      .describe('`unread`: a script builds the list, so that nobody can say what it holds'),
    entries: z
      .array(
        z
          .strictObject({ title: z.string(), address: z.string().nullable(), date: day.nullable() })
          .readonly(),
      )
      .readonly(),
    newest: day.nullable(),
    forms: z.array(form).readonly().describe('In document order'),
    wall: z
      .strictObject({
        quote: z.string(),
        sign: z.enum(['form', 'words']),
        asks: z.enum(['login', 'registration']),
      })
      .readonly()
      .nullable()
      .describe('What stops a reader before the content'),
    jump: z
      .strictObject({ kind: z.enum(['meta-refresh', 'script', 'frame']), address: z.string() })
      .readonly()
      .nullable()
      .describe('Where the page sends its reader without being asked'),
    links: z
      .strictObject({
        internal: links,
        external: links,
        download: links,
        malformed: z.array(malformed).readonly(),
      })
      .readonly(),
  })
  .readonly()

/** What stands in the output for a line of the manifest that could not be worked off. */
export const faultLineShape = z
  .strictObject({
    version: z.literal(1),
    line: z.int().positive().describe('Of the manifest, 1-based'),
    file: z.string().nullable(),
    error: z.string(),
  })
  .readonly()

/** One page's line of `portal-audit facts`. */
export type FactsLine = z.output<typeof factsLineShape>
/** A line of output for one that could not be worked off. */
export type FaultLine = z.output<typeof faultLineShape>

/** The JSON Schema (draft 2020-12) of one line of `portal-audit facts`, by file name. */
export const factsSchemas = (): Readonly<Record<string, string>> => {
  const schema = z.toJSONSchema(z.union([factsLineShape, faultLineShape]), {
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })
  return {
    'facts.schema.json': `${JSON.stringify({ title: 'portal-audit facts: one line, version 1', ...schema }, null, 2)}\n`,
  }
}
