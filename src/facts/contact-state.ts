import type { ColumnReading } from './column-reading.ts'
import { announcesContact, type ContactPart, holdsContact } from './contacts.ts'
import { footLines, linesAboveFoot, mainLines } from './main-text.ts'
import type { Page } from './page.ts'

/** Lines of a foot that speak of complaints, not of who runs the site. */
const OF_COMPLAINTS = /投诉|举报|监督/

const titlesOf = ({ listing }: Page): readonly string[] =>
  listing.kind === 'entries' ? listing.entries.map((entry) => entry.title) : []

/**
 * Whether a column shows a part of its contacts. `unclear`: it is announced without a value that we know, stands only in
 * the site's own foot, or may stand where we did not read.
 */
export function contactState(
  part: ContactPart,
  { pages, gaps }: ColumnReading,
): 'found' | 'unclear' | 'missing' {
  let isUnclear = gaps.size > 0
  for (const { page } of pages) {
    const titles = titlesOf(page)
    const foot = footLines(page)
    const own = [...linesAboveFoot(page), ...titles, ...foot.filter((line) => OF_COMPLAINTS.test(line))]
    if (holdsContact(own.join('\n'), part)) return 'found'
    isUnclear ||=
      [...mainLines(page), ...titles].some((line) => announcesContact(line, part)) ||
      foot.some((line) => holdsContact(line, part))
  }
  return isUnclear ? 'unclear' : 'missing'
}
