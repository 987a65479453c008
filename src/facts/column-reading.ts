import type { ObservationId } from '../core/ids.ts'
import type { EntryPage, Landing } from './facts.ts'
import { MOST_FOLLOWED } from './followed-links.ts'
import type { Page } from './page.ts'

/**
 * Where a column may hold what we did not read: further pages of its list, an entry that could not be read or is a list
 * itself, an attachment, a picture or frame, a page behind a link that says to look there.
 */
export type Gap = 'further-pages' | 'unread-entry' | 'attachment' | 'embedded' | 'elsewhere'

/** One page of a column that was read. */
export interface ReadPage {
  readonly observation: ObservationId
  readonly page: Page
}

/** What was read of a column: its own page and the pages of its entries, and where there may be more. */
export interface ColumnReading {
  readonly pages: readonly ReadPage[]
  readonly gaps: ReadonlySet<Gap>
}

const READ: ReadonlySet<Page['kind']> = new Set(['content', 'list', 'home', 'placeholder', 'empty'])
const ATTACHMENT = /\.(?:pdf|ofd|docx?|wps|xlsx?|et|csv|pptx?|zip|rar|7z|jpe?g|png|gif|bmp|tiff?)(?:$|[?#])/i
const ELSEWHERE = /点击|点此|详见|请见|查看详情|查看全文|阅读全文|details|click here|read more/i

/** Whether a page links to a file, whose content is not read. */
export const hasAttachment = (page: Page): boolean => page.links.some((link) => ATTACHMENT.test(link.href))

function gapsOf(page: Page): readonly Gap[] {
  const gaps: Gap[] = []
  if (hasAttachment(page)) gaps.push('attachment')
  if (page.embedded > 0) gaps.push('embedded')
  if (page.links.some((link) => ELSEWHERE.test(link.text))) gaps.push('elsewhere')
  return gaps
}

function gapsOfEntry({ landing }: EntryPage): readonly Gap[] {
  if (landing.kind === 'unread' || !READ.has(landing.page.kind)) return ['unread-entry']
  return landing.page.kind === 'list' ? ['further-pages', ...gapsOf(landing.page)] : gapsOf(landing.page)
}

/** What was read of a column whose own page could be read. */
export function readColumn(
  landing: Extract<Landing, { kind: 'page' }>,
  entryPages: readonly EntryPage[],
): ColumnReading {
  const { page, observation } = landing
  const entries = entryPages.flatMap(({ landing: entry }): readonly ReadPage[] =>
    entry.kind === 'page' && READ.has(entry.page.kind)
      ? [{ observation: entry.observation.id, page: entry.page }]
      : [],
  )
  const isCut = page.furtherPages || entryPages.length >= MOST_FOLLOWED
  const gaps: readonly Gap[] = [
    ...(isCut ? ['further-pages' as const] : []),
    ...gapsOf(page),
    ...entryPages.flatMap(gapsOfEntry),
  ]
  return { pages: [{ observation: observation.id, page }, ...entries], gaps: new Set(gaps) }
}
