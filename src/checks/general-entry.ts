import type { EventKind } from '../core/event-kind.ts'
import { tellsUnnamed } from './consultation.ts'

const CHARITY =
  /(?:募捐|募集|捐款|捐赠|捐助|善款|慈善(?:款物|资金)).{0,10}(?:使用|分配|拨付|收支|接收|去向|情况|明细|公示)/
const BUDGET = /(?:预算|决算)(?:信息|情况|报告)?(?:的)?(?:公开|公布|公示)/
const QUOTED = /[《“「『"][^《》“”「」『』"]{3,}[》”」』"]/

/** Whether a title speaks of such events in general. */
const SPEAKS: Readonly<Record<EventKind, (title: string) => boolean>> = {
  'campaign-end': (title) => CHARITY.test(title),
  'emergency-campaign': (title) => CHARITY.test(title),
  'budget-approval': (title) => BUDGET.test(title),
  'consultation-close': (title) => tellsUnnamed({ title }),
}

const yearsOf = (text: string): readonly string[] => text.match(/(?:19|20)\d\d(?=年|度|-|$)/g) ?? []

/**
 * Whether a title that names no event of its own may cover one of a kind: 2026年上半年募捐款物使用情况, 决算公开. One of another year
 * than all names of the event, or with another name in quotation marks, does not.
 */
export function mayCover(title: string, kind: EventKind, names: readonly string[]): boolean {
  if (QUOTED.test(title) || !SPEAKS[kind](title)) return false
  const [years, own] = [yearsOf(title), names.flatMap(yearsOf)]
  return years.length === 0 || own.length === 0 || own.some((year) => years.includes(year))
}
