import { daysBetween } from '../core/day.ts'
import { latenessOf, latenessWords } from '../core/lateness.ts'
import { deadlineAfter } from '../core/work-calendar.ts'
import { namingOf } from '../facts/matter.ts'
import type { Entry } from '../facts/page.ts'
import { cadencesOf, isInForce } from '../policy/cadences-of.ts'
import { cantTell, failed, inapplicable, type Judgement, passed, type Question } from './check.ts'
import { closedOn, isConsultation, tellsResult, tellsUnnamed } from './consultation.ts'
import type { MissingFeedbackMessage } from './missing-feedback-messages.ts'
import { whyUnread } from './unread.ts'

type Asked = Question<'landing' | 'columns' | 'entryPages', unknown>
type Told = Judgement<MissingFeedbackMessage>

/**
 * What can be said of one consultation: answered, or not yet to be answered (passed), unanswered, or untold. One that is
 * registered as an event is the business of overdue-disclosure.
 */
function judgeOne(entry: Entry, question: Asked): Told {
  const { subject, facts, asOf, calendar, thresholds } = question
  const { date } = entry
  if (date === null || date > asOf) return passed()
  const registered = subject.events.some(
    ({ name, aliases }) => namingOf(entry.title, [name, ...aliases]) === 'named',
  )
  if (registered) return passed()
  const own = facts.entryPages.find((one) => one.address === entry.address)
  const closed = closedOn(entry, date, own)
  const cadence = cadencesOf(subject.item, 'promptly', subject.unit).find(
    (one) => one.event === 'consultation-close' && isInForce(one, closed),
  )
  const due = cadence === undefined ? null : deadlineAfter(calendar, closed, cadence.within)
  if (due === null || due >= asOf) return passed()
  const others = facts.columns.flatMap((one) =>
    one.kind === 'page' && one.page.listing.kind === 'entries' ? one.page.listing.entries : [],
  )
  const later = others.filter((one) => !isConsultation(one) && (one.date === null || one.date >= date))
  const namings = later.map((one) => namingOf(one.title, [entry.title]))
  if (namings.includes('named')) return passed()
  if (own === undefined || own.landing.kind === 'unread')
    return cantTell('entry-unread', { title: entry.title })
  if (tellsResult(own.landing.page.text)) return passed()
  if (namings.includes('alike')) return cantTell('alike', { title: entry.title })
  if (later.some(tellsUnnamed)) return cantTell('unnamed', { title: entry.title })
  if (facts.columns.some((one) => whyUnread(one) !== null)) return cantTell('other-column-unread')
  const late = daysBetween(due, asOf)
  const lateness = latenessOf(late, daysBetween(closed, due), thresholds)
  if (lateness === null) return passed()
  const degree = latenessWords(lateness)
  const title = entry.title.slice(0, 80)
  const data = { title, date, due, late, degree: degree.zh, degreeEnglish: degree.en }
  const evidence = [
    { observation: own.landing.observation.id, quote: `${entry.title} ${entry.dateText}`.slice(0, 120) },
  ]
  return failed({
    message: 'no-result',
    data,
    ...(entry.address === null ? {} : { address: entry.address }),
    evidence,
  })
}

/** Consultations of a column that closed long ago and of which nobody says what came. */
export function unfedConsultations(question: Asked): Told {
  const { landing } = question.facts
  const unread = whyUnread(landing)
  if (unread !== null || landing.kind === 'unread') return unread ?? passed()
  const { listing } = landing.page
  const consultations = listing.kind === 'entries' ? listing.entries.filter(isConsultation) : []
  if (consultations.length === 0) return inapplicable('no-consultation')
  const judged = consultations.map((entry) => judgeOne(entry, question))
  const [first, ...more] = judged.flatMap((one) => (one.outcome === 'failed' ? one.defects : []))
  if (first !== undefined) return failed(first, ...more)
  return judged.find((one) => one.outcome !== 'passed') ?? passed()
}
