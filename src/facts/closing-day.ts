import { type Day, dayFrom } from '../core/day.ts'
import { halfWidth } from './dates.ts'

const DATE =
  '(?:((?:19|20)\\d\\d)年)?(\\d{1,2})月(\\d{1,2})日|((?:19|20)\\d\\d)[-./](\\d{1,2})[-./](\\d{1,2})'
const CLOSES = new RegExp(
  `(?:(?:截止|截至)(?:日期|时间)?(?:为|是|至|到|于)?[:： ]*|(?:时间|期限|日期|反馈|公示期)[^。；\\n]{0,40}?(?:至|到|-|—)\\s*)(?:${DATE})|(?:请|于|在)[^。；\\n]{0,6}?(?:${DATE})(?:\\s*\\d{1,2}[:时]\\S{0,4})?(?:之?前|以前|止)`,
  'g',
)

/** The numbers of a match's first date: year (of the day of publication where none stands), month, day. */
function dayOf(groups: readonly (string | undefined)[], published: Day): Day | null {
  const [year, month, day, fullYear, fullMonth, fullDay] = groups.slice(0, 6).some((one) => one !== undefined)
    ? groups.slice(0, 6)
    : groups.slice(6, 12)
  if (fullYear !== undefined) return dayFrom(Number(fullYear), Number(fullMonth), Number(fullDay))
  const own = Number(published.slice(0, 4))
  const found = dayFrom(Number(year ?? own), Number(month), Number(day))
  return found !== null && year === undefined && found < published
    ? dayFrom(own + 1, Number(month), Number(day))
    : found
}

/** The last day on which people can answer a consultation, as its words say: 截止日期, 至…止, …前反馈. The latest one counts. */
export function closingDay(text: string, published: Day): Day | null {
  const days = [...halfWidth(text).matchAll(CLOSES)].flatMap(
    (match) => dayOf(match.slice(1), published) ?? [],
  )
  return days.sort().at(-1) ?? null
}
