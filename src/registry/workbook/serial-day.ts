import { type Day, dayFrom } from '../../core/day.ts'

const MILLISECONDS_PER_DAY = 86_400_000
/** Day 0 of the two systems. In the older one day 60 is 29 February 1900, which never was; later days count from here. */
const DAY_0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const

/** Serial numbers of 1990 to 2100 in the 1900 system: what a bare number in a column of days may mean. */
const BARE = { from: 32_874, to: 73_415 } as const

/** The day with a serial number, its hours left off; null outside of the calendar. */
export function serialDay(serial: number, system: 1900 | 1904): Day | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < (system === 1900 ? 61 : 0)) return null
  const date = new Date(DAY_0[system] + whole * MILLISECONDS_PER_DAY)
  return dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** The same for a number that is not shown as a day, where it can hardly mean anything else. */
export function bareSerialDay(serial: number, system: 1900 | 1904): Day | null {
  const shift = system === 1900 ? 0 : 1462
  const fits = Number.isInteger(serial) && serial + shift >= BARE.from && serial + shift <= BARE.to
  return fits ? serialDay(serial, system) : null
}
