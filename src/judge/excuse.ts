import { hostNameOf } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { Subject } from '../plan/subject.ts'
import type { Notice } from '../registry/notice.ts'

function covers(notice: Notice, subject: Subject): boolean {
  if (notice.covers === null) return true
  const address = subject.ref.address
  if (address === null) return false
  return notice.covers.kind === 'address'
    ? notice.covers.address === address
    : notice.covers.host === hostNameOf(address)
}

/**
 * The notice that excuses a subject on a day: of the same unit, its window includes the day, and it covers the
 * subject's address, its host, or everything (DESIGN §5.9). Null when there is none.
 */
export const excuseFor = (subject: Subject, notices: readonly Notice[], asOf: Day): Notice | null =>
  notices.find(
    (notice) =>
      notice.unit === subject.duty.unit.id &&
      notice.from <= asOf &&
      asOf <= notice.to &&
      covers(notice, subject),
  ) ?? null
