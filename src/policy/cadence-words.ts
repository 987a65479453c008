import type { EventKind } from '../core/event-kind.ts'
import type { Bilingual } from '../core/message.ts'
import { periodWords } from '../core/period-words.ts'
import type { UnitKind } from '../core/unit-kind.ts'
import type { Cadence } from './cadence.ts'

const EACH: Readonly<Record<'month' | 'quarter' | 'halfYear' | 'year', Bilingual>> = {
  month: { zh: '每月', en: 'each month' },
  quarter: { zh: '每季度', en: 'each quarter' },
  halfYear: { zh: '每半年', en: 'each half year' },
  year: { zh: '每年', en: 'each year' },
}

/** `P3M` or `20 workdays` as people say it. */
export const withinWords = (within: string): Bilingual => {
  const workdays = /^(\d+) workdays$/.exec(within)?.[1]
  return workdays === undefined
    ? periodWords(within)
    : { zh: `${workdays}个工作日`, en: `${workdays} working days` }
}

const EVENTS: Readonly<Record<EventKind, Bilingual>> = {
  'campaign-end': { zh: '募捐活动结束', en: 'a campaign’s end' },
  'emergency-campaign': { zh: '突发灾害募捐', en: 'an emergency campaign' },
  'consultation-close': { zh: '征集截止', en: 'a consultation’s closing day' },
  'budget-approval': { zh: '预决算批准', en: 'a budget’s approval' },
}

/** An event of this kind as people say it. */
export const eventWords = (kind: EventKind): Bilingual => EVENTS[kind]

const KINDS: Readonly<Record<UnitKind, Bilingual>> = {
  district: { zh: '区县', en: 'districts' },
  department: { zh: '部门', en: 'departments' },
  enterprise: { zh: '企事业单位', en: 'enterprises' },
}

function scopeWords({ from, until, kinds, units }: Cadence): Bilingual {
  const who = [
    ...(kinds ?? []).map((kind) => KINDS[kind]),
    ...(units ?? []).map((name) => ({ zh: name, en: name })),
  ]
  const zh = [
    ...(who.length === 0 ? [] : [who.map((one) => one.zh).join('、')]),
    ...(from === null ? [] : [`${from} 起`]),
    ...(until === null ? [] : [`至 ${until}`]),
  ]
  const en = [
    ...(who.length === 0 ? [] : [who.map((one) => one.en).join(', ')]),
    ...(from === null ? [] : [`from ${from}`]),
    ...(until === null ? [] : [`until ${until}`]),
  ]
  return zh.length === 0 ? { zh: '', en: '' } : { zh: `（${zh.join('，')}）`, en: ` (${en.join(', ')})` }
}

/** A cadence as people say it, with whom and when it binds. */
export function cadenceWords(cadence: Cadence): Bilingual {
  const [plain, scope] = [plainWords(cadence), scopeWords(cadence)]
  return { zh: `${plain.zh}${scope.zh}`, en: `${plain.en}${scope.en}` }
}

function plainWords(cadence: Cadence): Bilingual {
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
  const [within, event] = [withinWords(cadence.within), eventWords(cadence.event)]
  if (cadence.kind === 'afterEvent')
    return { zh: `${event.zh}后${within.zh}内`, en: `within ${within.en} of ${event.en}` }
  return {
    zh: `${event.zh}后及时（${within.zh}内，仅供参考）`,
    en: `promptly after ${event.en} (within ${within.en}, advisory)`,
  }
}
