import * as z from 'zod'
import { defineCheck } from './check.ts'
import { unfedConsultations } from './consultations.ts'
import { mailboxCases } from './mailbox-cases.ts'
import { missingFeedbackMessages } from './missing-feedback-messages.ts'

/** A column that asks or counts, and does not say what came of it. */
export const missingFeedback = defineCheck({
  id: 'missing-feedback',
  subject: 'column',
  needs: ['landing', 'columns', 'entryPages'],
  options: z.strictObject({ of: z.enum(['consultations', 'mailbox']) }),
  cadences: ['promptly', 'each'],
  applicability:
    'Every column whose list could be read and holds a consultation that closed long enough ago, or statistics of letters.',
  expectation:
    'For each such consultation an entry of the duty names it again, or its own page tells the result; beside statistics of letters there are typical cases or answers.',
  assumptions:
    'A consultation whose closing day is not told is open for 30 days (重大行政决策程序暂行条例 §15). Results and cases name what they are in their titles.',
  messages: missingFeedbackMessages,
  judge: (question) =>
    question.options.of === 'mailbox' ? mailboxCases(question.facts) : unfedConsultations(question),
})
