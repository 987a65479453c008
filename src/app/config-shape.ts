import * as z from 'zod'
import { toAddress } from '../core/address.ts'
import { isPeriod, parseDay } from '../core/day.ts'
import { isEmailAddress } from '../core/email-address.ts'
import { InputError } from '../core/errors.ts'
import { SEVERITIES } from '../core/outcome.ts'
import { parseAllowRule } from '../fetch/allow.ts'
import { parseQuietHours } from '../fetch/quiet-hours.ts'
import { parseResolveRule } from '../fetch/resolve.ts'
import { FORMAT_NAMES } from '../report/format-names.ts'
import { parseOfficeHours } from './office-hours.ts'

const text = z.string().trim().min(1)

/** Text that may be part of an HTTP header. */
const headerText = text.regex(/^[\x20-\x7e]+$/, {
  error:
    '只能用英文字母、数字与半角符号（写入 HTTP 请求头）/ expected plain ASCII: it is sent in an HTTP header',
})

const day = z.string().transform((given, context) => {
  const read = parseDay(given)
  if (read !== null) return read
  context.addIssue(`“${given}”不是日期，应为 YYYY-MM-DD / not a day; expected YYYY-MM-DD`)
  return z.NEVER
})

const address = z.string().transform((given, context) => {
  const read = toAddress(given)
  if (read !== null) return read
  context.addIssue(
    `“${given}”不是网址，应为 http://… 或 https://… / not an address; expected http://… or https://…`,
  )
  return z.NEVER
})

/** Text that a reader of rules takes. */
const rule = (parse: (text: string) => unknown) =>
  z.string().superRefine((given, context) => {
    try {
      parse(given)
    } catch (fault) {
      if (!(fault instanceof InputError)) throw fault
      for (const problem of fault.problems) context.addIssue(problem.message)
    }
  })

/** An ISO 8601 duration; null = for ever. */
const retention = z
  .string()
  .refine(isPeriod, {
    error:
      '应为期限，如 P6M（六个月）、P2Y（两年）/ expected a duration, such as P6M (six months) or P2Y (two years)',
  })
  .nullable()
  .default(null)

const milliseconds = z.int().min(1).max(600_000)
const workdays = z.int().min(1).max(250)
const share = z.number().min(0).max(1)

const thresholds = (warn: number, refuse: number) =>
  z.strictObject({ warn: share.default(warn), refuse: share.default(refuse) }).prefault({})

const fetchShape = z.strictObject({
  contact: headerText.nullable().default(null),
  userAgent: headerText.nullable().default(null),
  concurrency: z.int().min(1).max(256).default(16),
  perHost: z
    .strictObject({
      connections: z.int().min(1).max(64).default(2),
      gapMilliseconds: z.int().min(0).max(60_000).default(500),
      delayFactor: z.number().min(0).max(20).default(2),
      longestDelayMilliseconds: z.int().min(0).max(600_000).default(10_000),
      longestCrawlDelayMilliseconds: z.int().min(0).max(600_000).default(30_000),
      longestRestMilliseconds: z.int().min(0).max(3_600_000).default(120_000),
      mostRequests: z.int().min(1).nullable().default(null),
      mostBytes: z.int().min(1).nullable().default(null),
    })
    .prefault({}),
  perAddress: z.strictObject({ connections: z.int().min(1).max(256).default(4) }).prefault({}),
  quietHours: z.array(rule(parseQuietHours)).default([]),
  inQuietHours: z.enum(['wait', 'end']).default('wait'),
  timeouts: z
    .strictObject({
      connectMilliseconds: milliseconds.default(10_000),
      headersMilliseconds: milliseconds.default(15_000),
      bodyMilliseconds: milliseconds.default(15_000),
      totalMilliseconds: milliseconds.default(60_000),
    })
    .prefault({}),
  retries: z
    .strictObject({
      attempts: z.int().min(1).max(10).default(3),
      delayMilliseconds: z.int().min(0).max(60_000).default(1_000),
    })
    .prefault({}),
  bodyLimitBytes: z
    .int()
    .min(1024)
    .max(64 * 1024 * 1024)
    .default(4 * 1024 * 1024),
  resolve: z.array(rule(parseResolveRule)).default([]),
  ca: text.nullable().default(null),
  wholeAfterDays: z.int().min(0).max(366).default(7),
  robots: z.enum(['discovered-only', 'ignore']).default('discovered-only'),
  syntaxOnly: z.array(text).default([]),
  allow: z.array(rule(parseAllowRule)).default([]),
  allowPrivate: z.boolean().default(false),
})

/** `HH:MM-HH:MM`, in order. */
const officeHours = z.string().refine((given) => parseOfficeHours(given) !== null, {
  error: '应为 HH:MM-HH:MM，如 09:00-17:00 / expected HH:MM-HH:MM, such as 09:00-17:00',
})

const confirmationsShape = z
  .strictObject({
    needed: z.int().min(2).max(10).default(2),
    of: z.int().min(2).max(20).default(3),
    delayMinutes: z.int().min(0).max(10_080).default(30),
    days: z.int().min(2).max(30).default(3),
    hours: z.int().min(1).max(12).default(2),
    officeHours: officeHours.default('09:00-17:00'),
    refusedSeconds: z.int().min(0).max(3_600).default(30),
  })
  .refine(({ needed, of }) => needed <= of, {
    error: 'needed 不得大于 of / needed must not be greater than of',
    path: ['needed'],
  })

const officeText = text.nullable().default(null)

const officeShape = z.strictObject({
  name: officeText,
  numberPrefix: officeText,
  addressee: officeText,
  copyTo: officeText,
  contactPerson: officeText,
  contactTelephone: officeText,
})

const email = text.refine(isEmailAddress, {
  error: '应为一个邮箱地址 / expected one e-mail address',
})

const mailShape = z.strictObject({
  from: email.nullable().default(null),
  replyTo: email.nullable().default(null),
  smtp: z
    .strictObject({
      host: text.nullable().default(null),
      port: z.int().min(1).max(65_535).default(587),
      secure: z.enum(['starttls', 'tls', 'none']).default('starttls'),
      certificateName: text.nullable().default(null),
      user: text.nullable().default(null),
      passwordVariable: text
        .regex(/^(?!PORTAL_AUDIT_)[A-Za-z_][A-Za-z0-9_]*$/, {
          error:
            '应为环境变量的名称（不以 PORTAL_AUDIT_ 开头），不是密码本身 / expected the name of an environment variable (not one that begins with PORTAL_AUDIT_), never the password itself',
        })
        .default('SMTP_PASSWORD'),
    })
    .prefault({}),
  timeoutSeconds: z.int().min(1).max(600).default(60),
  retryMinutes: z.array(z.coerce.number().int().min(0).max(10_080)).min(1).default([5, 30, 120, 720]),
})

/** What audit.yaml may hold, with the value of everything that it does not say. */
export const configShape = z.strictObject({
  city: text.default('本市'),
  pack: text.default('portal-content'),
  registry: text.default('registry'),
  store: text.default('portal-audit.sqlite'),
  out: text.default('reports-out'),
  asOf: day.nullable().default(null),
  lang: z.enum(['zh', 'en']).default('zh'),
  failOn: z.enum(SEVERITIES).default('serious'),
  formats: z.array(z.enum(FORMAT_NAMES)).min(1).default(['html', 'json', 'csv']),
  templates: text.nullable().default(null),
  canaries: z.array(address).default([]),
  fetch: fetchShape.prefault({}),
  confirmations: confirmationsShape.prefault({}),
  seal: z
    .strictObject({
      minimumCoverage: share.default(0.8),
      confirmCritical: z.boolean().default(true),
      duties: thresholds(0.02, 0.2),
      shares: thresholds(0.02, 0.2),
    })
    .prefault({}),
  rectification: z
    .strictObject({
      workdays: workdays.default(10),
      escalate: z
        .strictObject({ office: workdays.default(5), leader: workdays.default(10) })
        .refine(({ office, leader }) => office <= leader, {
          error: 'leader 不得小于 office / leader must not be less than office',
          path: ['leader'],
        })
        .prefault({}),
    })
    .prefault({}),
  retention: z.strictObject({ runs: retention, crawls: retention }).prefault({}),
  mail: mailShape.prefault({}),
  office: officeShape.prefault({}),
  print: z.strictObject({ browser: officeText }).prefault({}),
  unreliable: z
    .strictObject({ maximumFailedShare: share.default(0.3), maximumFailedJump: share.default(0.2) })
    .prefault({}),
})

/** A configuration as the shape reads it: paths as they were written. */
export type ConfigValues = z.output<typeof configShape>

/** Every setting at its default: also the list of what settings there are. */
export const DEFAULT_VALUES: ConfigValues = configShape.parse({})
