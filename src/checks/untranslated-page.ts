import * as z from 'zod'
import { contentWords, type WrittenForm, writtenForm } from '../facts/written-language.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

const isUntranslated = (form: WrittenForm): boolean => form === 'chinese' || form === 'placeholder'

/** A column for readers of English whose page, or most of whose entries, are in Chinese or placeholders (五(六)). */
export const untranslatedPage = defineCheck({
  id: 'untranslated-page',
  subject: 'column',
  needs: ['landing', 'entryPages'],
  options: z.strictObject({
    /** So many untranslated entries at least, and half of those that were read, make a fault. */
    minimumEntries: z.int().positive().default(2),
  }),
  applicability: 'Every column of the English edition whose page could be read.',
  expectation:
    'The content of the page and of most of its entries is in English, and no text stands in for it.',
  assumptions:
    'Menus, names in brackets and the Chinese frame of an English page do not count; a page in both languages is not accused.',
  messages: {
    chinese: {
      text: { zh: '英文版栏目的内容是中文（“{{quote}}”）。', en: 'The English column is in Chinese.' },
      remedy: { zh: '请提供英文内容。', en: 'Provide the content in English.' },
    },
    placeholder: {
      text: {
        zh: '英文版栏目只有占位文字（“{{quote}}”）。',
        en: 'The English column holds nothing but placeholder text.',
      },
      remedy: { zh: '请补充正式的英文内容。', en: 'Replace it by real content in English.' },
    },
    entries: {
      text: {
        zh: '栏目标题为英文，但已查看的 {{read}} 个条目中有 {{count}} 个是中文或占位文字（如“{{quote}}”）。',
        en: 'Titles are in English, but {{count}} of {{read}} entries read are in Chinese or placeholders.',
      },
      remedy: { zh: '请翻译条目的正文。', en: 'Translate the text of the entries.' },
    },
    unclear: {
      text: {
        zh: '页面文字太少或中英文混杂，暂无法判定是否已译成英文。',
        en: 'The page says too little, or is in both languages: it cannot be told whether it is translated.',
      },
      remedy: { zh: '请人工查看。', en: 'Look by hand.' },
    },
    blank: {
      text: { zh: '栏目无内容，由“空白栏目”一项判定。', en: 'The column is blank; see blank-column.' },
      remedy: { zh: '请补充栏目内容。', en: 'Fill the column.' },
    },
    ...unreadMessages,
  },
  judge: ({ facts: { landing, entryPages }, options }) => {
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    const { page, observation } = landing
    if (page.listing.kind === 'empty' || page.kind === 'empty') return inapplicable('blank')
    const form = writtenForm(page)
    if (form === 'chinese' || form === 'placeholder') {
      const quote = contentWords(page).replace(/\s+/g, ' ').slice(0, 60)
      const evidence = [{ observation: observation.id, quote }]
      return failed({ message: form, data: { quote }, evidence })
    }
    if (form !== 'english') return cantTell('unclear')
    const read = entryPages.flatMap(({ text, landing: at }) => {
      if (at.kind === 'unread' || (at.page.kind !== 'content' && at.page.kind !== 'placeholder')) return []
      return [{ title: text, observation: at.observation.id, form: writtenForm(at.page) }]
    })
    const bad = read.filter((one) => isUntranslated(one.form))
    if (bad.length < options.minimumEntries || bad.length * 2 < read.length) return passed()
    const evidence = bad
      .slice(0, 4)
      .map(({ title, observation: id }) => ({ observation: id, locator: title }))
    const data = { read: read.length, count: bad.length, quote: bad[0]?.title ?? '' }
    return failed({ message: 'entries', data, evidence })
  },
})
