import { expect, it } from 'vitest'
import { periodWords } from '../../src/core/period-words.ts'

it.each([
  ['P14D', '14天', '14 days'],
  ['P2W', '2周', '2 weeks'],
  ['P1M', '1个月', '1 month'],
  ['P6M', '6个月', '6 months'],
  ['P1Y6M', '1年6个月', '1 year 6 months'],
])('%s', (period, zh, en) => expect(periodWords(period)).toEqual({ zh, en }))
