import * as z from 'zod'
import { bilingualShape } from './finding-shape.ts'

/** A duty that only a person can see: attested, never checked; it weighs nothing in score or coverage. */
export const manualShape = z
  .strictObject({
    clause: z.string(),
    title: z.string(),
    words: z.string().describe('The policy’s words'),
    reason: bilingualShape.describe('Why no program can tell'),
    every: bilingualShape.describe('How long an attestation lasts'),
    state: z.enum(['attested', 'lapsed', 'never']),
    by: z.string().nullable(),
    on: z.string().nullable().describe('YYYY-MM-DD'),
    until: z.string().nullable().describe('The last day on which it is valid, YYYY-MM-DD'),
    note: z.string(),
  })
  .readonly()
