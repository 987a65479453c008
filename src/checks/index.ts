import type { CheckId } from '../core/ids.ts'
import { type AnyCheck, anyCheck } from './any-check.ts'
import { blankColumn } from './blank-column.ts'
import { brokenDownload } from './broken-download.ts'
import { deadEntry } from './dead-entry.ts'
import { deadLink } from './dead-link.ts'
import { invalidCertificate } from './invalid-certificate.ts'
import { latePublication } from './late-publication.ts'
import { logGap } from './log-gap.ts'
import { longRedirect } from './long-redirect.ts'
import { malformedLink } from './malformed-link.ts'
import { missingAnnualReport } from './missing-annual-report.ts'
import { missingContact } from './missing-contact.ts'
import { missingElement } from './missing-element.ts'
import { missingFeedback } from './missing-feedback.ts'
import { missingPeriodReport } from './missing-period-report.ts'
import { missingRequiredContent } from './missing-required-content.ts'
import { notQuestionAndAnswer } from './not-question-and-answer.ts'
import { outdatedCopy } from './outdated-copy.ts'
import { overdueDisclosure } from './overdue-disclosure.ts'
import { registrationWall } from './registration-wall.ts'
import { searchGap } from './search-gap.ts'
import { sharedRegistration } from './shared-registration.ts'
import { sharedStageAddress } from './shared-stage-address.ts'
import { soft404 } from './soft-404.ts'
import { staleColumn } from './stale-column.ts'
import { tooFewActivities } from './too-few-activities.ts'
import { undatedColumn } from './undated-column.ts'
import { undeclaredChange } from './undeclared-change.ts'
import { unlistedAddress } from './unlisted-address.ts'
import { unregisteredColumn } from './unregistered-column.ts'
import { untranslatedPage } from './untranslated-page.ts'

const all: readonly AnyCheck[] = [
  anyCheck(unregisteredColumn),
  anyCheck(deadLink),
  anyCheck(soft404),
  anyCheck(blankColumn),
  anyCheck(staleColumn),
  anyCheck(undatedColumn),
  anyCheck(missingPeriodReport),
  anyCheck(missingAnnualReport),
  anyCheck(overdueDisclosure),
  anyCheck(latePublication),
  anyCheck(tooFewActivities),
  anyCheck(missingFeedback),
  anyCheck(registrationWall),
  anyCheck(sharedStageAddress),
  anyCheck(missingElement),
  anyCheck(missingContact),
  anyCheck(missingRequiredContent),
  anyCheck(notQuestionAndAnswer),
  anyCheck(untranslatedPage),
  anyCheck(outdatedCopy),
  anyCheck(deadEntry),
  anyCheck(malformedLink),
  anyCheck(brokenDownload),
  anyCheck(invalidCertificate),
  anyCheck(longRedirect),
  anyCheck(sharedRegistration),
  anyCheck(unlistedAddress),
  anyCheck(undeclaredChange),
  anyCheck(searchGap),
  anyCheck(logGap),
]

/** Every check, by its id, in the order in which they are documented. */
export const checks: ReadonlyMap<CheckId, AnyCheck> = new Map(all.map((check) => [check.id, check]))
