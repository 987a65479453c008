import { type Day, dayAt, minuteAt } from '../core/day.ts'
import type { Bilingual } from '../core/message.ts'
import type { CaseEvent, CaseStep, Rank, RectificationCase } from '../core/rectification.ts'
import { type WorkCalendar, workdaysBetween } from '../core/work-calendar.ts'
import type { FindingReport } from '../report/audit-report.ts'
import type { CaseReport } from '../report/case-shape.ts'
import { caseState } from './case-state.ts'

/** What the ranks are called. */
export const RANK_WORDS: Readonly<Record<Rank, Bilingual>> = {
  site: { zh: '实施单位', en: 'the site' },
  office: { zh: '责任单位办公室', en: 'the unit’s office' },
  leader: { zh: '分管领导', en: 'the leader in charge' },
}

const RECHECKED = {
  fixed: { zh: '复查：已整改', en: 'looked at again: mended' },
  notFixed: { zh: '复查：未整改', en: 'looked at again: still there' },
  notRechecked: { zh: '复查：未能判定', en: 'looked at again: could not be judged' },
} as const

const CLOSED = {
  fixed: { zh: '销号：已整改', en: 'closed: mended' },
  'appeal-upheld': { zh: '销号：申诉成立', en: 'closed: the appeal was upheld' },
  dismissed: { zh: '销号：复核认定不属实', en: 'closed: dismissed on review' },
} as const

function wordsOf(step: CaseStep): Bilingual {
  switch (step.kind) {
    case 'notified': {
      const { zh, en } = RANK_WORDS[step.rank]
      return { zh: `通知${zh}（${step.to}）`, en: `${en} was told (${step.to})` }
    }
    case 'replied': {
      const { cause, measure, doneOn, responsible } = step
      const [done, who] = [doneOn ?? null, responsible ?? null]
      return {
        zh: `反馈：原因：${cause}；措施：${measure}${done === null ? '' : `；完成时间：${done}`}${who === null ? '' : `；责任人：${who}`}`,
        en: `replied: cause: ${cause}; measure: ${measure}${done === null ? '' : `; done on ${done}`}${who === null ? '' : `; responsible: ${who}`}`,
      }
    }
    case 'rechecked':
      return RECHECKED[step.result]
    case 'appealed':
      return { zh: `申诉：${step.reason}`, en: `appealed: ${step.reason}` }
    case 'decided':
      return step.upheld
        ? { zh: `申诉成立：${step.reason}`, en: `appeal upheld: ${step.reason}` }
        : { zh: `申诉不成立：${step.reason}`, en: `appeal rejected: ${step.reason}` }
    case 'closed':
      return CLOSED[step.because]
  }
}

/** Working days by which an open case is late on a day; null where the calendar does not tell. */
function lateness(dueOn: Day | null, isOpen: boolean, on: Day, calendar: WorkCalendar): number | null {
  if (!isOpen) return 0
  if (dueOn === null) return null
  return on <= dueOn ? 0 : workdaysBetween(calendar, dueOn, on)
}

/** What is shown of a case's finding, as it was circulated. */
export type CirculatedFinding = Pick<
  FindingReport,
  'unitName' | 'itemTitle' | 'ruleTitle' | 'severity' | 'subject' | 'address' | 'text'
>

/** A case as documents show it on a day. `finding` is what was circulated when the case was opened. */
export function caseReport(
  one: RectificationCase,
  events: readonly CaseEvent[],
  finding: CirculatedFinding,
  on: Day,
  calendar: WorkCalendar,
): CaseReport {
  const { isOpen, closed, lastRecheck, reply, appeal } = caseState(events)
  return {
    id: one.id,
    period: one.period,
    fingerprint: one.fingerprint,
    unit: one.unit,
    unitName: finding.unitName,
    item: one.item,
    itemTitle: finding.itemTitle,
    rule: one.rule,
    ruleTitle: finding.ruleTitle,
    severity: finding.severity,
    subject: finding.subject,
    address: finding.address,
    text: finding.text,
    openedOn: dayAt(one.openedAt),
    dueOn: one.dueOn,
    state: isOpen ? 'open' : 'closed',
    closedBecause: closed?.because ?? null,
    closedOn: closed?.on ?? null,
    overdueWorkdays: lateness(one.dueOn, isOpen, on, calendar),
    lastRecheck,
    reply,
    appeal,
    history: events.map(({ at, by, step }) => ({ at: minuteAt(at), by, text: wordsOf(step) })),
  }
}
