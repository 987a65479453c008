import { hostNameOf } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { DeclaredChange } from '../facts/declared-change.ts'
import type { Subject } from '../plan/subject.ts'
import { formerOf, isChangeOn } from '../registry/moves.ts'
import type { Notice } from '../registry/notice.ts'

function covers(notice: Notice, subject: Subject): boolean {
  if (notice.covers === null) return true
  const address = subject.ref.address
  if (address === null) return false
  return notice.covers.kind === 'address'
    ? notice.covers.address === address
    : notice.covers.host === hostNameOf(address)
}

const ofSubject = (subject: Subject, notices: readonly Notice[]): readonly Notice[] =>
  notices.filter((notice) => notice.unit === subject.duty.unit.id && covers(notice, subject))

/** Whether a notice that lasts on the day says that a subject has moved to where it is judged. */
function ledHere(notice: Notice, { duty, ref }: Subject, asOf: Day): boolean {
  if (notice.unit !== duty.unit.id || ref.address === null || !isChangeOn(notice, asOf)) return false
  return formerOf(notice, ref.address) !== null
}

/** Whether the address is only worked out from a change of host: the unit has not said where the page itself went. */
const isWorkedOut = (notice: Notice, subject: Subject, asOf: Day): boolean =>
  notice.covers?.kind === 'host' && ledHere(notice, subject, asOf)

/**
 * The notice that excuses a subject on a day: of the same unit, its window includes the day, and it covers the
 * subject's address, its host, the host it had before, or everything (DESIGN §5.9). Null when there is none.
 */
export const excuseFor = (subject: Subject, notices: readonly Notice[], asOf: Day): Notice | null =>
  ofSubject(subject, notices).find(({ from, to }) => from <= asOf && asOf <= to) ??
  notices.find((notice) => isWorkedOut(notice, subject, asOf)) ??
  null

/** What a unit has declared about a subject's address, whatever the day, and, while it lasts, about moving there. */
export const declaredFor = (
  subject: Subject,
  notices: readonly Notice[],
  asOf: Day,
): readonly DeclaredChange[] =>
  [
    ...new Set([
      ...ofSubject(subject, notices),
      ...notices.filter((notice) => ledHere(notice, subject, asOf)),
    ]),
  ].map(({ id, kind, covers: scope, from, to, newAddress }) => ({
    id,
    isChange: kind === 'redesign' || kind === 'domain' || kind === 'address',
    isExact: kind === 'address' && scope?.kind === 'address',
    from,
    to,
    newAddress,
  }))
