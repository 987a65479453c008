import * as z from 'zod'
import { daysBetween } from '../core/day.ts'
import { latenessOf, latenessWords } from '../core/lateness.ts'
import { deadlineAfter } from '../core/work-calendar.ts'
import { eventWords, withinWords } from '../policy/cadence-words.ts'
import { cadencesOf, isInForce } from '../policy/cadences-of.ts'
import { cantTell, defineCheck, failed, inapplicable, type Judgement, passed } from './check.ts'
import { type EventEntry, eventEntry } from './event-entry.ts'
import { overdueDisclosureMessages } from './overdue-disclosure-messages.ts'

type Told = Judgement<keyof typeof overdueDisclosureMessages>

/** What is said of an entry that neither is there nor is missing for certain. */
const DOUBTS: Readonly<
  Record<Exclude<EventEntry, 'present' | 'absent'>, keyof typeof overdueDisclosureMessages>
> = {
  early: 'early',
  alike: 'alike',
  general: 'general',
  unread: 'unread',
  'no-list': 'no-list',
  'list-too-short': 'list-too-short',
}

/** A duty that shows nothing about an event in time: a campaign, a consultation, a budget. */
export const overdueDisclosure = defineCheck({
  id: 'overdue-disclosure',
  subject: 'duty',
  needs: ['columns'],
  options: z.strictObject({ cadence: z.enum(['afterEvent', 'promptly']).default('afterEvent') }),
  cadences: ['afterEvent', 'promptly'],
  applicability: 'Every duty with an event in the registry whose time has passed.',
  expectation: 'A column of the duty has an entry that names the event and is not older than it.',
  assumptions:
    'Entries about an event carry its name or one of its aliases, quotation marks and 关于…的通知 apart.',
  messages: overdueDisclosureMessages,
  judge: ({ subject, facts: { columns }, options, asOf, calendar, thresholds }) => {
    const cadences = cadencesOf(subject.item, options.cadence, subject.unit)
    const judged = subject.events.flatMap((event): readonly Told[] => {
      const cadence = cadences.find((one) => one.event === event.kind && isInForce(one, event.on))
      if (cadence === undefined) return []
      const due = deadlineAfter(calendar, event.on, cadence.within)
      if (due === null) return [cantTell('beyond-calendar', { event: event.name })]
      if (due >= asOf) return [passed()]
      const names = [event.name, ...event.aliases]
      const entry = eventEntry(columns, { kind: event.kind, names, on: event.on })
      if (entry === 'present') return [passed()]
      if (entry !== 'absent') return [cantTell(DOUBTS[entry], { event: event.name })]
      const late = daysBetween(due, asOf)
      const lateness = latenessOf(late, daysBetween(event.on, due), thresholds)
      if (lateness === null) return [passed()]
      const [kind, within, degree] = [
        eventWords(event.kind),
        withinWords(cadence.within),
        latenessWords(lateness),
      ]
      const data = {
        event: event.name,
        kind: kind.zh,
        kindEnglish: kind.en,
        on: event.on,
        within: within.zh,
        withinEnglish: within.en,
        due,
        late,
        degree: degree.zh,
        degreeEnglish: degree.en,
      }
      const evidence = columns.flatMap(({ observation }) =>
        observation === null ? [] : [{ observation: observation.id }],
      )
      return [failed({ message: 'overdue', data, aspect: event.id, evidence })]
    })
    if (judged.length === 0) return inapplicable('no-event')
    if (columns.length === 0) return inapplicable('unregistered')
    const [first, ...more] = judged.flatMap((one) => (one.outcome === 'failed' ? one.defects : []))
    if (first !== undefined) return failed(first, ...more)
    return judged.find((one) => one.outcome !== 'passed') ?? passed()
  },
})
