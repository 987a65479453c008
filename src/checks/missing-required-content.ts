import * as z from 'zod'
import { type ReadPage, readColumn } from '../facts/column-reading.ts'
import { linesAboveFoot } from '../facts/main-text.ts'
import { cantTell, type Defect, defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'iu') instanceof RegExp
  } catch {
    return false
  }
}

const part = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Any of them found is enough; spaces of the page are taken out first. */
  patterns: z.array(z.string().refine(isPattern, { error: 'expected a regular expression' })).min(1),
})

/** A page's words as patterns meet them: half width, without spaces, line by line; an entry's with its title. */
const wordsOf = ({ page }: ReadPage, at: number): string =>
  [...(at === 0 ? [] : [page.title]), ...linesAboveFoot(page)]
    .concat(page.listing.kind === 'entries' ? page.listing.entries.map((entry) => entry.title) : [])
    .join('\n')
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, '')

/** A column that lacks a part of what its clause enumerates. */
export const missingRequiredContent = defineCheck({
  id: 'missing-required-content',
  subject: 'column',
  needs: ['landing', 'entryPages'],
  options: z.strictObject({ parts: z.array(part).min(1) }),
  applicability: 'Every column whose page could be read and holds something.',
  expectation: 'The column’s page, its list’s titles and links, or a page of its entries speak of each part.',
  assumptions:
    'A part that may stand on a further page of the list, in an attachment, a picture or an entry that was not read is not held to be missing.',
  messages: {
    missing: {
      text: {
        zh: '未见“{{part}}”（已查看栏目页及条目共 {{pages}} 个页面）。',
        en: 'Nothing about “{{partEnglish}}” on the column’s page or its entries ({{pages}} pages read).',
      },
      remedy: {
        zh: '请在栏目中补充“{{part}}”；已在他处公布的，请链接到本栏目。',
        en: 'Add “{{partEnglish}}” to the column, or link to where it stands.',
      },
    },
    unclear: {
      text: {
        zh: '已读到的内容中未见：{{parts}}；后续页、附件、图片或未能打开的条目中可能有，暂无法判定。',
        en: 'Not seen in what could be read: {{partsEnglish}}. Further pages, attachments, pictures or unread entries may hold it.',
      },
      remedy: { zh: '请人工查看。', en: 'Look by hand.' },
    },
    blank: {
      text: { zh: '栏目无内容，由“空白栏目”一项判定。', en: 'The column is blank; see blank-column.' },
      remedy: { zh: '请补充栏目内容。', en: 'Fill the column.' },
    },
    ...unreadMessages,
  },
  judge: ({ facts: { landing, entryPages }, options: { parts } }) => {
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    const { page, observation } = landing
    if (page.listing.kind === 'empty' || page.kind === 'empty') return inapplicable('blank')
    const { pages, gaps } = readColumn(landing, entryPages)
    const words = pages.map(wordsOf)
    const absent = parts.filter(({ patterns }) => {
      const sought = patterns.map((pattern) => new RegExp(pattern, 'iu'))
      return !words.some((text) => sought.some((pattern) => pattern.test(text)))
    })
    const [first, ...more] = absent.map(
      ({ id, name }): Defect<'missing'> => ({
        message: 'missing',
        data: { part: name.zh, partEnglish: name.en, pages: pages.length },
        aspect: id,
        evidence: [{ observation: observation.id }],
      }),
    )
    if (first === undefined) return passed()
    if (gaps.size === 0) return failed(first, ...more)
    const [zh, en] = [absent.map(({ name }) => name.zh), absent.map(({ name }) => name.en)]
    return cantTell('unclear', { parts: zh.join('、'), partsEnglish: en.join(', ') })
  },
})
