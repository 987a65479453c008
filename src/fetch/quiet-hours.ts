import { EXIT, InputError } from '../core/errors.ts'

/** A time of the day, in minutes from midnight in Asia/Shanghai, in which nothing is begun; it may go over midnight. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000
const DAY = 24 * 60
/** Asia/Shanghai is eight hours ahead of UTC, with no summer time since 1991 (tz database, asia). */
const AHEAD = 8 * 60

const FORM = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/

const EXPECTED =
  '应为 HH:MM-HH:MM（北京时间），如 08:30-09:30、22:00-06:00 / expected HH:MM-HH:MM (Asia/Shanghai), such as 08:30-09:30 or 22:00-06:00.'

/** Reads `08:30-09:30`. Throws {@link InputError} (usage) for anything else. */
export function parseQuietHours(text: string): QuietHours {
  const [, fromHour, fromMinute, toHour, toMinute] = FORM.exec(text.trim()) ?? []
  const from = Number(fromHour) * 60 + Number(fromMinute)
  const to = Number(toHour) * 60 + Number(toMinute)
  if (fromHour === undefined || from === to) {
    throw new InputError([{ file: 'quietHours', message: `“${text}”: ${EXPECTED}` }], EXIT.usage)
  }
  return { from, to }
}

/** When the quiet hours that `now` falls into are over; null outside of any. Milliseconds since 1970-01-01 UTC. */
export function quietUntil(hours: readonly QuietHours[], now: number): number | null {
  const sinceMidnight = (now + AHEAD * MINUTE) % (DAY * MINUTE)
  for (const { from, to } of hours) {
    const length = ((to - from + DAY) % DAY) * MINUTE
    const into = (sinceMidnight + (DAY - from) * MINUTE) % (DAY * MINUTE)
    if (into < length) return now + length - into
  }
  return null
}

/** `09:30` in Asia/Shanghai. */
export function clockTime(at: number): string {
  const minutes = Math.round(at / MINUTE + AHEAD) % DAY
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** What ends a run that is not to wait for the end of the quiet hours. */
export const quietTime = (until: number): InputError =>
  new InputError(
    [
      {
        file: 'quietHours',
        message: `现在是安静时段，${clockTime(until)}（北京时间）前不再访问任何网站；已访问的均已保存，之后用 --resume 继续 / quiet hours until ${clockTime(until)} (Asia/Shanghai): nothing more is asked. What was asked is stored; go on afterwards with --resume.`,
      },
    ],
    EXIT.unreliable,
  )
