import * as z from 'zod'
import { type Day, parseDay } from '../core/day.ts'

/** A day in a pack's file, `YYYY-MM-DD`. */
export const dayShape = z.string().refine((text): text is Day => parseDay(text) !== null, {
  error: 'expected a real day, YYYY-MM-DD, in quotes',
})
