import type { Message } from '../core/message.ts'

/** What {@link searchGap} can say. */
export const searchMessages = {
  'form-absent': {
    text: {
      zh: '登记的检索页与网站首页均无检索框。',
      en: 'Neither the registered page nor the home page has a search form.',
    },
    remedy: {
      zh: '请提供全网检索入口，或登记检索页的网址。',
      en: 'Offer a search, or register the address of its page.',
    },
  },
  none: {
    text: {
      zh: '检索已公开的“{{title}}”，结果为空。',
      en: 'A search for “{{title}}”, which is published, finds nothing.',
    },
    remedy: {
      zh: '请重建检索索引，并按门户网站全网检索标准提供数据。',
      en: 'Build the index anew, to the portal’s standard.',
    },
  },
  elsewhere: {
    text: {
      zh: '检索已公开的“{{title}}”，首页结果中没有该条。',
      en: 'A search for “{{title}}”, which is published, does not show it on its first page.',
    },
    remedy: {
      zh: '请检查索引是否缺漏、排序是否合理。',
      en: 'See whether the index is complete and the order sensible.',
    },
  },
  dead: {
    text: {
      zh: '检索框提交后的网址无法访问（{{results}}）。',
      en: 'The search form leads to an address that is dead ({{results}}).',
    },
    remedy: { zh: '请修复检索功能。', en: 'Mend the search.' },
  },
  unusable: {
    text: {
      zh: '检索由脚本或 POST 提交，未能试用。',
      en: 'The search is sent by a script or by POST; it could not be tried.',
    },
    remedy: { zh: '请人工试用检索。', en: 'Try the search by hand.' },
  },
  unclear: {
    text: { zh: '检索结果未能读取，暂无法判定。', en: 'The results of the search could not be read.' },
    remedy: { zh: '请人工试用检索。', en: 'Try the search by hand.' },
  },
  'no-titles': {
    text: { zh: '没有可用于试检索的已公开标题。', en: 'There are no published titles to search for.' },
    remedy: { zh: '请人工试用检索。', en: 'Try the search by hand.' },
  },
} as const satisfies Readonly<Record<string, Message>>
