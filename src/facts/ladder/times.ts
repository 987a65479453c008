import { dayAt, minuteAt } from '../../core/day.ts'
import type { Later, Missing, Rung } from './ladder.ts'

const HOUR = 3_600_000
/** How far ahead the next useful time is looked for. */
const MOST_HOURS = 21 * 24

const minuteOfDay = (instant: number): number => {
  const [hours = '', minutes = ''] = minuteAt(instant).slice(-5).split(':')
  return Number(hours) * 60 + Number(minutes)
}

const hourOf = (instant: number): number => Math.floor(minuteOfDay(instant) / 60)

type Times = Pick<Later, 'rules' | 'isWorkday'>

/** Whether offices work at an instant, for certain. */
function isOfficeTime(instant: number, { rules, isWorkday }: Times): boolean {
  const minute = minuteOfDay(instant)
  return rules.office.from <= minute && minute < rules.office.to && isWorkday(dayAt(instant)) === true
}

/** Days, hours and office hours that answers at these instants leave open. */
export function missingTimes(instants: readonly number[], times: Times): Omit<Missing, 'answers'> {
  const { days, hours } = times.rules
  return {
    days: Math.max(0, days - new Set(instants.map(dayAt)).size),
    hours: Math.max(0, hours - new Set(instants.map(hourOf)).size),
    office: !instants.some((instant) => isOfficeTime(instant, times)),
  }
}

const weight = ({ days, hours, office }: Omit<Missing, 'answers'>): number => days + hours + (office ? 1 : 0)

/** The first instant at which one more answer brings a fault that may pass nearer to counting. */
export function nextUsefulTime(counted: readonly Rung[], times: Times): number {
  const instants = counted.map((rung) => rung.observation.observedAt)
  const earliest = Math.max(0, ...instants) + times.rules.delay
  const left = weight(missingTimes(instants, times))
  const hour = Math.ceil(earliest / HOUR) * HOUR
  const candidates = [earliest, ...Array.from({ length: MOST_HOURS }, (_, at) => hour + at * HOUR)]
  return candidates.find((instant) => weight(missingTimes([...instants, instant], times)) < left) ?? earliest
}
