import * as z from 'zod'
import { defineCheck, failed, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

/** A column that was read and holds nothing. */
export const blankColumn = defineCheck({
  id: 'blank-column',
  subject: 'column',
  needs: ['landing'],
  options: z.strictObject({}),
  applicability:
    'Every column whose page could be read. A list that a script builds is not read, and so not blank.',
  expectation: 'The page holds entries or an article.',
  assumptions: 'Words such as 暂无数据 or 正在建设中 in place of a list mean that there is nothing yet.',
  messages: {
    blank: {
      text: { zh: '栏目无内容（“{{quote}}”）。', en: 'The column holds nothing (“{{quote}}”).' },
      remedy: {
        zh: '请补充栏目内容；确无内容的，请申请调整栏目。',
        en: 'Fill the column, or ask for it to be changed.',
      },
    },
    empty: {
      text: { zh: '页面空白，没有任何可见内容。', en: 'The page is empty: nothing can be seen on it.' },
      remedy: {
        zh: '请检查页面模板与数据，补充栏目内容。',
        en: 'See to the page’s template and data, and fill the column.',
      },
    },
    ...unreadMessages,
  },
  judge: ({ facts: { landing } }) => {
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    const { page, observation } = landing
    if (page.kind === 'empty')
      return failed({ message: 'empty', data: {}, evidence: [{ observation: observation.id }] })
    if (page.listing.kind !== 'empty') return passed()
    const { quote } = page.listing
    return failed({ message: 'blank', data: { quote }, evidence: [{ observation: observation.id, quote }] })
  },
})
