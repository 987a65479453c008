import * as z from 'zod'
import { addPeriod, type Day } from '../core/day.ts'
import { InputError, type Problem } from '../core/errors.ts'
import { isWeekend, type WorkCalendar } from '../core/work-calendar.ts'
import { dayShape } from './day-shape.ts'
import { type PackText, type Read, readShaped } from './read-shaped.ts'

const span = { from: dayShape, to: dayShape }
const inOrder = { error: 'expected from ≤ to' }

/** One file of rules/calendar: the holidays and moved working days of a year, as the State Council announced them. */
export const calendarShape = z.strictObject({
  covers: z
    .strictObject(span)
    .refine(({ from, to }) => from <= to, inOrder)
    .describe('First and last day for which the file holds; outside of it nobody can tell'),
  source: z.string().min(1).describe('The announcement: its title and number'),
  holidays: z
    .array(z.strictObject({ name: z.string().min(1), ...span }).refine(({ from, to }) => from <= to, inOrder))
    .describe('Days off, weekends inside them included'),
  workdays: z.array(dayShape).describe('Days of weekends that are worked (调休)'),
})

type CalendarFile = z.output<typeof calendarShape>

const daysOf = ({ from, to }: { readonly from: Day; readonly to: Day }): readonly Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = addPeriod(day, 'P1D')) days.push(day)
  return days
}

function problemsOf({ data, source }: Read<CalendarFile>): readonly Problem[] {
  const { covers, holidays, workdays } = data
  const isOutside = (day: Day): boolean => day < covers.from || day > covers.to
  const off = new Set(holidays.flatMap(daysOf))
  return [
    ...holidays.flatMap(({ from, to }, at) =>
      isOutside(from) || isOutside(to)
        ? [
            source.problemAt(
              ['holidays', at],
              '假日超出 covers 的范围 / outside the days that the file covers.',
            ),
          ]
        : [],
    ),
    ...workdays.flatMap((day, at) => {
      const path = ['workdays', at]
      if (isOutside(day))
        return [source.problemAt(path, `${day} 超出 covers 的范围 / outside the days that the file covers.`)]
      if (off.has(day))
        return [source.problemAt(path, `${day} 同时列为假日 / is a holiday too; take it out of one list.`)]
      if (!isWeekend(day))
        return [
          source.problemAt(path, `${day} 本是工作日 / is no day of a weekend; only moved days are listed.`),
        ]
      return []
    }),
  ]
}

/** Texts to one calendar. Throws {@link InputError} with every problem, among them files that cover the same days. */
export function loadCalendar(files: readonly PackText[]): WorkCalendar {
  const problems: Problem[] = []
  const read = files.flatMap((file) => readShaped(file, calendarShape, problems) ?? [])
  problems.push(...read.flatMap(problemsOf))
  const sorted = [...read].sort((a, b) => (a.data.covers.from < b.data.covers.from ? -1 : 1))
  sorted.forEach((one, at) => {
    const before = sorted[at - 1]
    if (before !== undefined && one.data.covers.from <= before.data.covers.to)
      problems.push(
        one.source.problemAt(['covers'], `与 ${before.file} 重叠 / covers days of that file too.`),
      )
  })
  if (problems.length > 0) throw new InputError(problems)
  return {
    covers: sorted.map(({ data }) => data.covers),
    holidays: new Set(sorted.flatMap(({ data }) => data.holidays.flatMap(daysOf))),
    workdays: new Set(sorted.flatMap(({ data }) => data.workdays)),
  }
}
