import { describe, expect, it } from 'vitest'
import { cellPlace, columnLetters } from '../../../src/registry/workbook/cell-place.ts'
import { looseDay } from '../../../src/registry/workbook/loose-day.ts'
import { formatOf } from '../../../src/registry/workbook/number-formats.ts'
import { serialDay } from '../../../src/registry/workbook/serial-day.ts'

describe('places of cells', () => {
  it.each([
    ['A1', 1, 1],
    ['$Z$10', 10, 26],
    ['AA3', 3, 27],
    ['XFD1048576', 1_048_576, 16_384],
  ])('%s', (reference, row, column) => {
    expect(cellPlace(reference)).toEqual({ row, column })
    expect(columnLetters(column) + row).toBe(reference.replaceAll('$', ''))
  })

  it.each(['', 'A', '12', 'ABCD1', 'A1:B2'])('“%s” is none', (text) => {
    expect(cellPlace(text)).toBeNull()
  })
})

describe('serial days', () => {
  it.each([
    [61, 1900, '1900-03-01'],
    [45_351, 1900, '2024-02-29'],
    [46_203.99, 1900, '2026-06-30'],
    [0, 1904, '1904-01-01'],
    [44_741, 1904, '2026-06-30'],
  ] as const)('%d of the %d system', (serial, system, day) => {
    expect(serialDay(serial, system)).toBe(day)
  })

  it.each([
    [60, 1900],
    [-1, 1904],
    [Number.NaN, 1900],
    [1e9, 1900],
  ] as const)('%d of the %d system is none', (serial, system) => {
    expect(serialDay(serial, system)).toBeNull()
  })
})

describe('days as people type them', () => {
  it.each([
    '2026-07-06',
    '2026/7/6',
    '2026.7.6',
    '2026年7月6日',
    '20260706',
    '２０２６－０７－０６',
    '2026-7-6 11:45:00',
  ])('%s', (text) => {
    expect(looseDay(text)).toBe('2026-07-06')
  })

  it.each(['', '7月6日', '2026-07', '2026-02-29', '6/7/2026', '2026年第7号', '第2026-07-06号'])(
    '%s is none',
    (text) => {
      expect(looseDay(text)).toBeNull()
    },
  )
})

describe('number formats', () => {
  it.each([
    ['yyyy-mm-dd', { kind: 'day' }],
    ['[$-804]yyyy"年"m"月"', { kind: 'day' }],
    ['m/d/yy h:mm', { kind: 'day' }],
    ['000000', { kind: 'padded', digits: 6 }],
    ['0.00;[Red]-0.00', { kind: 'decimals', digits: 2 }],
    ['General', { kind: 'plain' }],
    ['#,##0 "days"', { kind: 'plain' }],
    ['[h]:mm', { kind: 'plain' }],
  ])('%s', (code, want) => {
    expect(formatOf(code)).toEqual(want)
  })
})
