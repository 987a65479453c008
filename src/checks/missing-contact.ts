import * as z from 'zod'
import { readColumn } from '../facts/column-reading.ts'
import { contactState } from '../facts/contact-state.ts'
import { CONTACT_PARTS, type ContactPart } from '../facts/contacts.ts'
import { cantTell, type Defect, defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

const NAMES: Readonly<Record<ContactPart, readonly [zh: string, en: string]>> = {
  address: ['地址', 'address'],
  hours: ['接待时间', 'reception hours'],
  telephone: ['电话', 'telephone number'],
  email: ['电子邮件', 'e-mail address'],
}

/** A complaints column that lacks an address, reception hours, a telephone number or an e-mail address (五(二)5). */
export const missingContact = defineCheck({
  id: 'missing-contact',
  subject: 'column',
  needs: ['landing', 'entryPages'],
  options: z.strictObject({
    parts: z
      .array(z.enum(CONTACT_PARTS))
      .min(1)
      .default([...CONTACT_PARTS]),
  }),
  applicability: 'Every column whose page could be read and holds something.',
  expectation: 'The column’s page, or a page of its entries, shows each of the parts.',
  assumptions:
    'A part that is announced without a value that we know, that stands only in the site’s own foot, or that may stand in a picture, an attachment or a page we did not read is not held to be missing.',
  messages: {
    missing: {
      text: {
        zh: '未见投诉举报的{{part}}（已查看栏目页及条目共 {{pages}} 个页面）。',
        en: 'No {{partEnglish}} for complaints on the column’s page or its entries ({{pages}} pages read).',
      },
      remedy: {
        zh: '请在栏目中公布投诉举报的{{part}}。',
        en: 'Publish the {{partEnglish}} for complaints in the column.',
      },
    },
    unclear: {
      text: {
        zh: '未能读到投诉举报的{{parts}}，可能在图片、附件、页脚或其他页面中，暂无法判定。',
        en: 'The {{partsEnglish}} could not be read; a picture, an attachment, the foot or another page may hold it.',
      },
      remedy: {
        zh: '请人工查看；建议以文字公布。',
        en: 'Look by hand; better publish it as text.',
      },
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
    const reading = readColumn(landing, entryPages)
    const states = parts.map((part) => ({ part, state: contactState(part, reading) }))
    const [first, ...more] = states.flatMap(({ part, state }): readonly Defect<'missing'>[] => {
      if (state !== 'missing') return []
      const [name, partEnglish] = NAMES[part]
      const data = { part: name, partEnglish, pages: reading.pages.length }
      return [{ message: 'missing', data, aspect: part, evidence: [{ observation: observation.id }] }]
    })
    if (first !== undefined) return failed(first, ...more)
    const unclear = states.flatMap(({ part, state }) => (state === 'unclear' ? [NAMES[part]] : []))
    if (unclear.length === 0) return passed()
    const [zh, en] = [unclear.map(([name]) => name), unclear.map(([, name]) => name)]
    return cantTell('unclear', { parts: zh.join('、'), partsEnglish: en.join(', ') })
  },
})
