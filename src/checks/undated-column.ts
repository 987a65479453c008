import * as z from 'zod'
import { defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

/** A list that shows no dates, which the national rule treats as not renewed (DESIGN §5.6). */
export const undatedColumn = defineCheck({
  id: 'undated-column',
  subject: 'column',
  needs: ['landing'],
  options: z.strictObject({ minimumEntries: z.int().positive().default(3) }),
  applicability: 'Every column that is a list of at least `minimumEntries` entries and could be read.',
  expectation: 'At least one entry shows a date.',
  assumptions:
    '“未注明信息发布时间的视为不更新” (2015 table). Remove the rule from the pack to switch it off.',
  messages: {
    undated: {
      text: {
        zh: '列表 {{entries}} 条信息均未注明发布时间（如“{{title}}”）。',
        en: 'None of {{entries}} entries shows a date (such as “{{title}}”).',
      },
      remedy: {
        zh: '请在列表中注明每条信息的发布日期。',
        en: 'Show each entry’s date of publication in the list.',
      },
    },
    'no-list': {
      text: { zh: '页面不是信息列表。', en: 'The page is no list of entries.' },
      remedy: { zh: '无需整改。', en: 'Nothing to do.' },
    },
    ...unreadMessages,
  },
  judge: ({ facts: { landing }, options }) => {
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    const { listing } = landing.page
    if (listing.kind !== 'entries' || listing.entries.length < options.minimumEntries)
      return inapplicable('no-list')
    if (listing.undated < listing.entries.length) return passed()
    const title = listing.entries[0]?.title ?? ''
    const evidence = [{ observation: landing.observation.id, quote: title }]
    return failed({ message: 'undated', data: { entries: listing.entries.length, title }, evidence })
  },
})
