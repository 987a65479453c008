import * as z from 'zod'
import { isPeriod } from '../core/day.ts'
import { EVENT_KINDS } from '../core/event-kind.ts'
import { PERIOD_KINDS } from '../core/report-period.ts'
import { UNIT_KINDS } from '../core/unit-kind.ts'
import { dayShape } from './day-shape.ts'

const text = z.string().min(1)

/** An ISO 8601 period in a pack's file. */
export const periodShape = z
  .string()
  .refine(isPeriod, {
    error: 'expected an ISO 8601 period of whole years, months, weeks or days, such as P14D or P3M',
  })
  .describe('ISO 8601 period: P14D, P1M, P3M, P1Y')

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}

const titled = z
  .string()
  .refine(isPattern, { error: 'expected a regular expression' })
  .describe('Regular expression that the entry’s title matches')
  .nullable()
  .default(null)

const within = z
  .string()
  .refine((words) => isPeriod(words) || /^[1-9]\d{0,3} workdays$/.test(words), {
    error: 'expected a period such as P3M, or working days such as "20 workdays"',
  })
  .describe('A calendar period, or working days: P3M, 20 workdays')

const scope = {
  source: text.describe('Where the number comes from: 实施意见, a law with its article, a standard'),
  from: dayShape.nullable().default(null).describe('First day on which it is in force'),
  until: dayShape.nullable().default(null).describe('Last day on which it is in force'),
  kinds: z.array(z.enum(UNIT_KINDS)).min(1).nullable().default(null).describe('Kinds of units that it binds'),
  units: z.array(text).min(1).nullable().default(null).describe('Names of units that it binds'),
}

const event = z.enum(EVENT_KINDS)

/** One cadence of an item. */
export const cadenceShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every'), period: periodShape, ...scope }),
  z.strictObject({
    kind: z.literal('each'),
    period: z.enum(PERIOD_KINDS),
    dueWithin: periodShape,
    titled,
    ...scope,
  }),
  z.strictObject({
    kind: z.literal('by'),
    monthDay: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'expected a day of the year, MM-DD' }),
    titled,
    ...scope,
  }),
  z.strictObject({ kind: z.literal('afterEvent'), event, within, ...scope }),
  z.strictObject({ kind: z.literal('promptly'), event, within, ...scope }),
])

/** When what is late counts as due, overdue and long overdue. */
export const cadencePolicyShape = z
  .strictObject({
    thresholds: z
      .strictObject({
        due: z.number().min(0).describe('Share of the cadence past the deadline from which it is due'),
        overdue: z.number().min(0).describe('… from which it is overdue'),
        longOverdue: z.number().min(0).describe('… from which it is long overdue'),
      })
      .refine(({ due, overdue, longOverdue }) => due <= overdue && overdue <= longOverdue, {
        error: 'expected due ≤ overdue ≤ longOverdue',
      }),
  })
  .default({ thresholds: { due: 0, overdue: 0.5, longOverdue: 1 } })
