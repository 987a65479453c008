import * as z from 'zod'
import type { EntryPage } from '../facts/facts.ts'
import { mainLines } from '../facts/main-text.ts'
import { asksQuestion, isQuestionAndAnswer } from '../facts/question-form.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

/** A page with fewer characters of its own has said nothing yet of its form. */
const LEAST_TEXT = 40

/** Whether an entry was read and is plain prose; one that may say it in a picture was not read. */
const isProse = ({ landing }: EntryPage): boolean =>
  landing.kind === 'page' &&
  landing.page.kind === 'content' &&
  landing.page.embedded === 0 &&
  mainLines(landing.page).join('').length >= LEAST_TEXT

/** A column of questions and answers that holds none (五(二)7). */
export const notQuestionAndAnswer = defineCheck({
  id: 'not-question-and-answer',
  subject: 'column',
  needs: ['landing', 'entryPages'],
  options: z.strictObject({ minimumEntries: z.int().positive().default(5) }),
  applicability: 'Every column with a list of which at least `minimumEntries` entries could be read.',
  expectation: 'At least one entry asks a question in its title, or is written as questions and answers.',
  assumptions: 'Questions show by question words and marks; answers by 问, 答, 回复 before a colon.',
  messages: {
    'no-questions': {
      text: {
        zh: '已查看的 {{entries}} 个条目均不是一问一答形式（如“{{title}}”）。',
        en: 'None of the {{entries}} entries read is in the form of question and answer (such as “{{title}}”).',
      },
      remedy: {
        zh: '请以通俗易懂的文字，采用一问一答的形式编写便民问答。',
        en: 'Write the entries as questions and answers in plain words.',
      },
    },
    'too-few': {
      text: {
        zh: '能读到的条目只有 {{entries}} 个，暂无法判定是否为一问一答形式。',
        en: 'Only {{entries}} entries could be read: too few to tell their form.',
      },
      remedy: { zh: '请人工查看。', en: 'Look by hand.' },
    },
    blank: {
      text: { zh: '栏目无内容，由“空白栏目”一项判定。', en: 'The column is blank; see blank-column.' },
      remedy: { zh: '请补充栏目内容。', en: 'Fill the column.' },
    },
    ...unreadMessages,
  },
  judge: ({ facts: { landing, entryPages }, options }) => {
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    const { page, observation } = landing
    if (page.listing.kind === 'empty' || page.kind === 'empty') return inapplicable('blank')
    const titles = page.listing.kind === 'entries' ? page.listing.entries.map((entry) => entry.title) : []
    const isAsked =
      titles.some(asksQuestion) ||
      isQuestionAndAnswer(page) ||
      entryPages.some(({ landing: at }) => at.kind === 'page' && isQuestionAndAnswer(at.page))
    if (isAsked || (titles.length === 0 && asksQuestion(page.title))) return passed()
    const read = entryPages.filter(isProse)
    if (read.length < options.minimumEntries) return cantTell('too-few', { entries: read.length })
    const title = read[0]?.text ?? ''
    const evidence = [
      { observation: observation.id, quote: title.slice(0, 120) },
      ...read.flatMap(({ landing: at }) => (at.kind === 'page' ? [{ observation: at.observation.id }] : [])),
    ].slice(0, 4)
    return failed({ message: 'no-questions', data: { entries: read.length, title }, evidence })
  },
})
