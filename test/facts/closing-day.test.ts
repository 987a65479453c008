import { expect, it } from 'vitest'
import { type Day, parseDay } from '../../src/core/day.ts'
import { closingDay } from '../../src/facts/closing-day.ts'

const PUBLISHED = parseDay('2026-11-10') as Day

it.each([
  ['意见反馈截止日期为2026年12月20日。', '2026-12-20'],
  ['截止时间：2026-12-20', '2026-12-20'],
  ['征集时间为2026年11月10日至2026年12月10日。', '2026-12-10'],
  ['公示期：11月10日至12月10日', '2026-12-10'],
  ['请于2026年12月5日前将意见寄至办公室', '2026-12-05'],
  ['请于1月5日之前反馈', '2027-01-05'],
  ['截止2026年12月1日；延长至：截止日期2026年12月20日', '2026-12-20'],
  ['发布日期：2026年11月10日', null],
  ['自2026年11月1日起施行', null],
])('%s: %s', (text, want) => {
  expect(closingDay(text, PUBLISHED)).toBe(want)
})
