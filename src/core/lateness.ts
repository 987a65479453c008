import type { Bilingual } from './message.ts'

/** How late something is: its day has come, it is overdue, or long overdue. */
export type Lateness = 'due' | 'overdue' | 'longOverdue'

/** From which share of its cadence past the deadline each degree begins: 0.5 of two weeks is a week. */
export type LatenessThresholds = Readonly<Record<Lateness, number>>

const WORDS: Readonly<Record<Lateness, Bilingual>> = {
  due: { zh: '刚到期', en: 'just due' },
  overdue: { zh: '逾期', en: 'overdue' },
  longOverdue: { zh: '长期逾期', en: 'long overdue' },
}

/**
 * The degree of what is `late` days past its deadline, under a cadence of so many days. Null while it is not late at all,
 * or less than the first threshold allows.
 */
export function latenessOf(late: number, cadence: number, thresholds: LatenessThresholds): Lateness | null {
  const share = late / Math.max(1, cadence)
  if (late <= 0 || share < thresholds.due) return null
  if (share >= thresholds.longOverdue) return 'longOverdue'
  return share >= thresholds.overdue ? 'overdue' : 'due'
}

/** The degree as people say it. */
export const latenessWords = (lateness: Lateness): Bilingual => WORDS[lateness]
