import type { Bilingual } from '../core/message.ts'
import type { AuditReport } from '../report/audit-report.ts'
import type { SealLimits, Thresholds } from './seal-limits.ts'

/** What is odd about a period beside the one before it, and how odd. */
export interface Oddity {
  readonly level: 'warn' | 'refuse'
  readonly words: Bilingual
}

type Totals = Pick<AuditReport['totals'], 'duties' | 'outcomes'>

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** Shares that differ by less are the same: 0.12 − 0.1 is a little less than 0.02 in binary. */
const TOLERANCE = 1e-9

const levelOf = (change: number, { warn, refuse }: Thresholds): Oddity['level'] | null => {
  if (change + TOLERANCE >= refuse) return 'refuse'
  return change + TOLERANCE >= warn ? 'warn' : null
}

const shareOf = ({ outcomes }: Totals, outcome: 'cantTell' | 'failed'): number => {
  const due = outcomes.passed + outcomes.failed + outcomes.cantTell + outcomes.untested
  return due === 0 ? 0 : outcomes[outcome] / due
}

const SHARES = {
  cantTell: { zh: '“暂无法判定”的比例', en: 'the share of “cannot tell”' },
  failed: { zh: '不符合的比例', en: 'the share of failures' },
} as const

/**
 * Holds a period's totals against those of the one before: duties that are fewer, and shares of what could not be told
 * and of failures that have moved either way. Such a jump is more often a fault of registry, rules or program than news.
 */
export function odditiesOf(now: Totals, before: Totals, limits: SealLimits): readonly Oddity[] {
  const found: Oddity[] = []
  const fall = before.duties === 0 ? 0 : (before.duties - now.duties) / before.duties
  const level = levelOf(fall, limits.duties)
  if (level !== null)
    found.push({
      level,
      words: {
        zh: `责任数由 ${before.duties} 减为 ${now.duties}（-${percent(fall)}），请核对登记表与规则包`,
        en: `duties fell from ${before.duties} to ${now.duties} (-${percent(fall)}); look at registry and rule pack`,
      },
    })
  for (const outcome of ['cantTell', 'failed'] as const) {
    const [earlier, later] = [shareOf(before, outcome), shareOf(now, outcome)]
    const moved = levelOf(Math.abs(later - earlier), limits.shares)
    if (moved === null) continue
    const { zh, en } = SHARES[outcome]
    found.push({
      level: moved,
      words: {
        zh: `${zh}由 ${percent(earlier)} 变为 ${percent(later)}，请查明原因`,
        en: `${en} went from ${percent(earlier)} to ${percent(later)}; find out why`,
      },
    })
  }
  return found
}
