/** The last record of a log, as a heartbeat address tells it. */
export interface Heartbeat {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number
  /** The words of the answer. */
  readonly quote: string
}

const HOUR = 3_600_000
/** Times without a zone are those of the city. */
const CITY_ZONE = 8 * HOUR
const WRITTEN =
  /(?<!\d)(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?[T\s]?(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?(?!\d)/gi
/** Seconds or milliseconds since 1970, of the years 2001 to 2286. */
const COUNTED = /(?<![\d.])([1-9]\d{9})(\d{3})?(?![\d.])/g

function zoneOf(text: string | undefined): number {
  if (text === undefined) return CITY_ZONE
  if (/^z$/i.test(text)) return 0
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? []
  const offset = Number(hours) * HOUR + Number(minutes) * 60_000
  return sign === '-' ? -offset : offset
}

function written(text: string): readonly Heartbeat[] {
  return [...text.matchAll(WRITTEN)].flatMap((match): readonly Heartbeat[] => {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
      .slice(1, 7)
      .map((one) => Number(one ?? 0))
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return []
    const at = Date.UTC(year, month - 1, day, hour, minute, second) - zoneOf(match[7])
    return Number.isNaN(at) ? [] : [{ at, quote: match[0].trim() }]
  })
}

const counted = (text: string): readonly Heartbeat[] =>
  [...text.matchAll(COUNTED)].map(([quote, seconds, rest]) => ({
    at: Number(seconds) * 1000 + Number(rest ?? 0),
    quote,
  }))

/**
 * The newest time in an answer that is data, not a page: JSON or plain text, with days and times as they are written in
 * China, ISO 8601, or seconds or milliseconds since 1970. Times more than a day after `seenAt` are of no record. Null
 * when there is none.
 */
export function heartbeatIn(text: string, seenAt: number): Heartbeat | null {
  const times = [...written(text), ...counted(text)].filter(({ at }) => at <= seenAt + 24 * HOUR)
  return times.reduce<Heartbeat | null>((top, one) => (top === null || one.at > top.at ? one : top), null)
}
