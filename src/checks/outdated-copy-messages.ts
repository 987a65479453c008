import type { Message } from '../core/message.ts'

/** What `outdated-copy` can say of the two places of a column. */
export const outdatedCopyMessages = {
  'portal-behind': {
    text: {
      zh: '门户栏目落后于单位网站：门户最近一条为 {{older}}，单位网站为 {{newer}}，相差 {{days}} 天，未同步 {{count}} 条，如{{titles}}。',
      en: 'The portal is behind the unit’s site: newest entry {{older}} against {{newer}}, {{days}} days; {{count}} entries are missing.',
    },
    remedy: {
      zh: '请将单位网站已发布的信息报送门户栏目。',
      en: 'Submit what the unit’s site has published to the portal.',
    },
  },
  'missing-on-portal': {
    text: {
      zh: '单位网站已发布的 {{count}} 条信息未见于门户栏目，如{{titles}}。',
      en: '{{count}} entries of the unit’s site are missing on the portal.',
    },
    remedy: { zh: '请补报缺少的信息。', en: 'Submit the missing entries.' },
  },
  'unit-behind': {
    text: {
      zh: '单位网站栏目落后于门户：单位网站最近一条为 {{older}}，门户为 {{newer}}，相差 {{days}} 天，如{{titles}}。',
      en: 'The unit’s site is behind the portal: newest entry {{older}} against {{newer}}, {{days}} days.',
    },
    remedy: {
      zh: '请同步更新本单位网站的相应栏目。',
      en: 'Renew the column on the unit’s own site as well.',
    },
  },
  'one-place': {
    text: {
      zh: '栏目只在一处维护或以链接方式维护，无需比对。',
      en: 'The column is kept in one place, or linked: there is nothing to compare.',
    },
    remedy: { zh: '无需整改。', en: 'Nothing to do.' },
  },
  'unread-side': {
    text: {
      zh: '{{side}}未能读取，暂无法比对。',
      en: 'The columns cannot be compared: {{sideEnglish}} could not be read.',
    },
    remedy: { zh: '请先处理该页面本身的问题。', en: 'See to the page itself first.' },
  },
  'no-list': {
    text: {
      zh: '{{side}}不是带日期的信息列表，无法逐条比对。',
      en: 'The columns cannot be compared entry by entry: {{sideEnglish}} is no list with dates.',
    },
    remedy: { zh: '请人工比对。', en: 'Compare them by hand.' },
  },
  'different-lists': {
    text: {
      zh: '两处列表共同的条目太少，可能不是同一栏目，暂无法判定。',
      en: 'The two lists have too little in common: they may not be the same column.',
    },
    remedy: {
      zh: '请核对登记的两个网址是否为同一栏目。',
      en: 'Check whether both registered addresses are of one column.',
    },
  },
} as const satisfies Readonly<Record<string, Message>>
