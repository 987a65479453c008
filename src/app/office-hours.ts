/** Minutes of the day between which offices work. */
export interface OfficeHours {
  readonly from: number
  readonly to: number
}

/** Reads `HH:MM-HH:MM`, the first before the second; null for anything else. */
export function parseOfficeHours(text: string): OfficeHours | null {
  const parts = /^([01]?\d|2[0-3]):([0-5]\d)\s*-\s*([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  if (parts === null) return null
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts.slice(1).map(Number)
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute]
  return from < to ? { from, to } : null
}
