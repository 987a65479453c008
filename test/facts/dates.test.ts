import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/core/day.ts'
import { datesIn } from '../../src/facts/dates.ts'

const TODAY = '2026-11-16' as Day

describe('datesIn', () => {
  it.each([
    ['2026-11-03', '2026-11-03'],
    ['[2026-11-03]', '2026-11-03'],
    ['【2026-11-03】', '2026-11-03'],
    ['2026/11/3', '2026-11-03'],
    ['2026.11.03', '2026-11-03'],
    ['2026年11月3日', '2026-11-03'],
    ['2026 年 11 月 3 日', '2026-11-03'],
    ['２０２６－１１－０３', '2026-11-03'],
    ['2026-11-03 09:30:00', '2026-11-03'],
    ['26-11-03', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['03 2026-11', '2026-11-03'],
    ['2026-11 03', '2026-11-03'],
    ['(11-03)', '2026-11-03'],
    ['11月3日', '2026-11-03'],
    ['12-30', '2025-12-30'],
    ['Nov 3, 2026', '2026-11-03'],
    ['3 November 2026', '2026-11-03'],
    ['3NOV2026', '2026-11-03'],
    ['Nov 03.2026', '2026-11-03'],
    ['Nov 3, ’26', '2026-11-03'],
    ['3/11/26', '2026-11-03'],
    ['二〇二六年十一月三日', '2026-11-03'],
    ['二○二六年十月十日', '2026-10-10'],
    ['二0二六年十月二十六日', '2026-10-26'],
    ['二零二六年十月卅一日', '2026-10-31'],
  ])('reads %s', (text, want) => {
    expect(datesIn(text, TODAY).map((one) => one.day)).toEqual([want])
  })

  it.each([
    ['a clock', '今天是2026年11月16日 星期一'],
    ['a clock without its label', '2026年11月16日 星期一'],
    ['copyright years', '版权所有 © 2002-2026'],
    ['a document number', '云府办〔2021〕9号'],
    ['a deadline', '报名截止2027年1月31日'],
    ['an end of validity', '有效期至2027-01-31'],
    ['a telephone number', '021-12345678'],
    ['a filing number', '某ICP备05000001号-1'],
    ['no such day', '2026-02-30'],
    ['no such day in Chinese figures', '二〇二六年二月三十日'],
    ['a fraction of three', '1/2/3'],
    ['a time', '09:30'],
    ['a share', '11-12%'],
    ['a template’s own date', '最后更新：2026-11-16'],
    ['a version', '10.11.12.13'],
  ])('leaves %s alone', (_what, text) => {
    expect(datesIn(text, TODAY)).toEqual([])
  })

  it('keeps the order of the text', () => {
    const found = datesIn('会议于2026-01-02召开 2026-03-04', TODAY)
    expect(found.map((one) => one.day)).toEqual(['2026-01-02', '2026-03-04'])
  })
})
