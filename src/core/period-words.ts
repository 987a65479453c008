import type { Period } from './day.ts'
import type { Bilingual } from './message.ts'

const UNITS: Readonly<Record<string, Bilingual>> = {
  Y: { zh: '年', en: 'year' },
  M: { zh: '个月', en: 'month' },
  W: { zh: '周', en: 'week' },
  D: { zh: '天', en: 'day' },
}

/** A period as people say it: `P6M` = 6个月, 6 months. Each part of it is said. */
export function periodWords(period: Period): Bilingual {
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)].map(([, count = '', unit = '']) => {
    const { zh, en } = UNITS[unit] ?? { zh: unit, en: unit }
    return { zh: `${Number(count)}${zh}`, en: `${Number(count)} ${en}${Number(count) === 1 ? '' : 's'}` }
  })
  return { zh: parts.map((part) => part.zh).join(''), en: parts.map((part) => part.en).join(' ') }
}
