import { type Day, parseDay } from '../../core/day.ts'

/** The clocks of the pages that we read for are those of China; elsewhere the day may be off by one. */
const ZONE_SECONDS = 8 * 3600

/** Whether figures are a moment in seconds or milliseconds since 1970, of this century. */
export const isMoment = (figures: string): boolean => /^1\d{9}(?:\d{3})?$/.test(figures)

/** The day of such a moment by the clocks of China. */
export const dayOfMoment = (figures: string): Day | null =>
  parseDay(new Date((Number(figures.slice(0, 10)) + ZONE_SECONDS) * 1000).toISOString().slice(0, 10))
