import { type CircularPeriod, daysOfPeriod, periodName } from '../core/circular-period.ts'
import { addPeriod, type Day } from '../core/day.ts'
import type { Bilingual } from '../core/message.ts'
import { isAtLeast } from '../core/outcome.ts'
import type { AuditReport, FindingReport } from '../report/audit-report.ts'
import { odditiesOf } from './sanity.ts'
import type { SealLimits } from './seal-limits.ts'

/** What is to be sealed. */
export interface SealCandidate {
  readonly period: CircularPeriod
  readonly state: 'running' | 'complete' | 'unreliable'
  /** Whether the run looked at some units or items only. */
  readonly isPartial: boolean
  /** After review. */
  readonly report: AuditReport
  /** The report of the newest period sealed before; null for the first. */
  readonly before: AuditReport | null
  /** Why oddities are accepted; null when they are not. */
  readonly accepted: string | null
}

/** What stands against a sealing, and what should be known of it. */
export interface SealGate {
  readonly refusals: readonly Bilingual[]
  readonly warnings: readonly Bilingual[]
}

/** So many fingerprints are named. */
const NAMED = 5

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** Critical and veto findings on which nobody has decided, or whose decision has lapsed. */
export const awaitingReview = (report: AuditReport): readonly FindingReport[] =>
  report.units
    .flatMap((unit) => unit.findings)
    .filter((one) => isAtLeast(one.severity, 'critical') && one.review?.counts !== true)

function ofRun({ state, isPartial }: SealCandidate): readonly Bilingual[] {
  if (state === 'running')
    return [
      {
        zh: '检查尚未完成，请用 audit --resume 继续',
        en: 'the run is not finished; go on with audit --resume',
      },
    ]
  const unreliable = {
    zh: '检查不可靠（本机网络可能有故障），不得通报；请重新检查',
    en: 'the run is unreliable (our own network may be at fault) and must not be circulated; audit again',
  }
  const partial = {
    zh: '检查只涉及部分单位或事项；请检查全市后再封存',
    en: 'the run looked at some units or items only; audit the whole city first',
  }
  return [...(state === 'unreliable' ? [unreliable] : []), ...(isPartial ? [partial] : [])]
}

function ofDay(period: CircularPeriod, asOf: Day): readonly Bilingual[] {
  const { from, to } = daysOfPeriod(period)
  const { zh, en } = periodName(period)
  return asOf >= from && asOf <= addPeriod(to, 'P1M')
    ? []
    : [
        {
          zh: `检查基准日 ${asOf} 不属于${zh}（${from} 至 ${to}，可顺延一个月）`,
          en: `the day judged, ${asOf}, is not of ${en} (${from} to ${to}, or a month later)`,
        },
      ]
}

function ofCoverage({ totals }: AuditReport, limits: SealLimits): readonly Bilingual[] {
  const coverage = totals.coverage ?? 0
  if (coverage >= limits.minimumCoverage) return []
  const [zh, en] = [percent(coverage), percent(limits.minimumCoverage)]
  return [
    {
      zh: `覆盖率 ${zh} 低于下限 ${en}；请查明哪些未能判定（audit --confirm、registry lint）后重新检查`,
      en: `coverage is ${zh}, under the minimum of ${en}; find out what could not be judged, and audit again`,
    },
  ]
}

function ofReview(report: AuditReport, limits: SealLimits): readonly Bilingual[] {
  const waiting = limits.confirmCritical ? awaitingReview(report) : []
  if (waiting.length === 0) return []
  const named = waiting.slice(0, NAMED).map((one) => `${one.fingerprint} ${one.unitName}`)
  const more = waiting.length > NAMED ? ' …' : ''
  return [
    {
      zh: `尚有 ${waiting.length} 个严重问题未经人工复核：${named.join('、')}${more}；请用 review list --pending 查看`,
      en: `${waiting.length} critical findings are not reviewed: ${named.join(', ')}${more}; see review list --pending`,
    },
  ]
}

/** Whether a run may become a period's: everything that speaks against it, and what is odd about it. */
export function sealGate(candidate: SealCandidate, limits: SealLimits): SealGate {
  const { period, report, before, accepted } = candidate
  const oddities = before === null ? [] : odditiesOf(report.totals, before.totals, limits)
  const refusing = oddities.filter(({ level }) => level === 'refuse' && accepted === null)
  const incomplete = report.units.filter((unit) => !unit.complete)
  const halves: readonly Bilingual[] =
    incomplete.length === 0
      ? []
      : [
          {
            zh: `${incomplete.length} 个单位覆盖率不足，不参加排名：${incomplete.map((unit) => unit.name).join('、')}`,
            en: `${incomplete.length} units are not covered enough to be ranked: ${incomplete.map((unit) => unit.name).join(', ')}`,
          },
        ]
  const because: readonly Bilingual[] =
    accepted === null || oddities.length === 0
      ? []
      : [{ zh: `以上变化已获认可：${accepted}`, en: `these changes are accepted: ${accepted}` }]
  return {
    refusals: [
      ...ofRun(candidate),
      ...ofDay(period, report.run.asOf as Day),
      ...ofCoverage(report, limits),
      ...ofReview(report, limits),
      ...refusing.map(({ words }) => words),
    ],
    warnings: [
      ...oddities.filter((one) => !refusing.includes(one)).map(({ words }) => words),
      ...because,
      ...halves,
    ],
  }
}
