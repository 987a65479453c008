import { brokenDownload } from '../checks/broken-download.ts'
import { logGap } from '../checks/log-gap.ts'
import { searchGap } from '../checks/search-gap.ts'
import type { CheckId } from '../core/ids.ts'
import type { Probe } from '../core/probe.ts'
import type { Subject } from '../plan/subject.ts'
import type { Rule } from '../policy/rule.ts'
import type { AddressFacts } from './address-facts.ts'
import { downloadQuestions } from './download-facts.ts'
import type { Evidence } from './evidence.ts'
import { logQuestions } from './log-facts.ts'
import { searchQuestions } from './search-facts.ts'
import { siblingsIn } from './siblings.ts'

/** What a check wants asked about one of its subjects, as far as the evidence so far lets one know. */
type Asker = (
  subject: Subject,
  options: unknown,
  evidence: Evidence,
  addresses: AddressFacts,
  siblings: readonly Subject[],
) => readonly Probe[]

/** Checks that need more than what is asked about every subject. */
const ASKERS: Readonly<Record<CheckId, Asker>> = {
  [brokenDownload.id]: (subject, options, evidence, addresses) =>
    subject.kind === 'column'
      ? downloadQuestions(subject.address, brokenDownload.options.parse(options).most, evidence, addresses)
      : [],
  [searchGap.id]: (subject, _options, _evidence, addresses, siblings) =>
    searchQuestions(subject, siblings, addresses),
  [logGap.id]: (subject, options, evidence, addresses, siblings) =>
    logQuestions(subject, siblings, evidence, addresses, logGap.options.parse(options).beacon),
}

/** What the checks that rules apply want asked of their subjects, beside what is asked about every subject. */
export const questionsOfRules = (
  subjects: readonly Subject[],
  rules: readonly Rule[],
  evidence: Evidence,
  addresses: AddressFacts,
): readonly Probe[] => {
  const siblings = siblingsIn(subjects)
  return rules.flatMap((rule) => {
    const ask = ASKERS[rule.check]
    if (ask === undefined) return []
    return subjects
      .filter((subject) => rule.items.includes(subject.duty.item.id))
      .flatMap((subject) => ask(subject, rule.options, evidence, addresses, siblings(subject)))
  })
}
