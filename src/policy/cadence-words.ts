import type { Bilingual } from '../core/message.ts'
import { periodWords } from '../core/period-words.ts'
import type { Cadence } from './cadence.ts'

const EACH: Readonly<Record<'month' | 'quarter' | 'halfYear' | 'year', Bilingual>> = {
  month: { zh: '每月', en: 'each month' },
  quarter: { zh: '每季度', en: 'each quarter' },
  halfYear: { zh: '每半年', en: 'each half year' },
  year: { zh: '每年', en: 'each year' },
}

const withinWords = (within: string): Bilingual => {
  const workdays = /^(\d+) workdays$/.exec(within)?.[1]
  return workdays === undefined
    ? periodWords(within)
    : { zh: `${workdays}个工作日`, en: `${workdays} working days` }
}

/** A cadence as people say it. */
export function cadenceWords(cadence: Cadence): Bilingual {
  if (cadence.kind === 'every') {
    const { zh, en } = periodWords(cadence.period)
    return { zh: `每${zh}至少更新一次`, en: `renewed every ${en}` }
  }
  if (cadence.kind === 'each') {
    const [each, due] = [EACH[cadence.period], periodWords(cadence.dueWithin)]
    return { zh: `${each.zh}一期，期满后${due.zh}内`, en: `${each.en}, within ${due.en} of its end` }
  }
  if (cadence.kind === 'by') {
    const [month = 0, day = 0] = cadence.monthDay.split('-').map(Number)
    return { zh: `每年${month}月${day}日前`, en: `each year by ${cadence.monthDay}` }
  }
  const within = withinWords(cadence.within)
  if (cadence.kind === 'afterEvent')
    return { zh: `事项（${cadence.event}）后${within.zh}内`, en: `within ${within.en} of ${cadence.event}` }
  return { zh: `及时（${within.zh}内，仅供参考）`, en: `promptly (within ${within.en}, advisory)` }
}
