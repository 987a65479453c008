import { type Day, dayFrom } from '../../core/day.ts'
import { halfWidth } from '../cell-text.ts'

const WITH_SIGNS = /^(\d{4})\s*[-/.年－]\s*(\d{1,2})\s*[-/.月－]\s*(\d{1,2})\s*日?(?:[ T]+\d{1,2}:\d{2}.*)?$/u
const BARE = /^(\d{4})(\d{2})(\d{2})$/

/** A day as people type it: 2026-7-6, 2026/7/6, 2026.07.06, 2026年7月6日, 20260706, full-width too; null for none. */
export function looseDay(text: string): Day | null {
  const [, year, month, day] = WITH_SIGNS.exec(halfWidth(text)) ?? BARE.exec(halfWidth(text)) ?? []
  return day === undefined ? null : dayFrom(Number(year), Number(month), Number(day))
}
