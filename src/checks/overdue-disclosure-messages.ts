import type { Message } from '../core/message.ts'

/** What overdue-disclosure can say. */
export const overdueDisclosureMessages = {
  overdue: {
    text: {
      zh: '“{{event}}”于 {{on}} {{kind}}，应在{{within}}内（{{due}} 前）公开，栏目中未见相关信息，已逾期 {{late}} 天（{{degree}}）。',
      en: 'Nothing about “{{event}}” ({{kindEnglish}}: {{on}}), which was due within {{withinEnglish}}, by {{due}}; {{late}} days late ({{degreeEnglish}}).',
    },
    remedy: {
      zh: '请补充公开该事项，标题写明事项名称；已在他处公开的，请报送网址，或在事件表中补充其他名称。',
      en: 'Publish it under its name; report the address if it stands elsewhere, or add its other names to events.csv.',
    },
  },
  early: {
    text: {
      zh: '“{{event}}”只见事前信息，是否即为结果，暂无法判定。',
      en: 'What names “{{event}}” was published before the event; it may or may not be the result.',
    },
    remedy: { zh: '请人工查看该信息。', en: 'Look at the entry by hand.' },
  },
  alike: {
    text: {
      zh: '有标题与“{{event}}”相近的信息，是否即为该事项，暂无法判定。',
      en: 'An entry has a title like “{{event}}”; whether it is the same cannot be told.',
    },
    remedy: {
      zh: '请人工查看；属同一事项的，可在事件表中补充其他名称。',
      en: 'Look by hand; if it is the same, add the other name to events.csv.',
    },
  },
  general: {
    text: {
      zh: '有同类信息未写明所指事项，是否包括“{{event}}”，暂无法判定。',
      en: 'An entry of the same kind names no event; whether it covers “{{event}}” cannot be told.',
    },
    remedy: {
      zh: '请人工查看；标题宜写明事项名称。',
      en: 'Look at the entry by hand; better put the name of the event in its title.',
    },
  },
  unread: {
    text: {
      zh: '有栏目未能读取，“{{event}}”是否已公开暂无法判定。',
      en: 'A column could not be read, so that nobody can tell whether “{{event}}” was published.',
    },
    remedy: { zh: '请人工查看该栏目。', en: 'Look at the column by hand.' },
  },
  'no-list': {
    text: {
      zh: '页面不是列表，“{{event}}”是否已公开暂无法判定。',
      en: 'The page is no list, so that nobody can tell whether “{{event}}” was published.',
    },
    remedy: { zh: '请人工查看该页面。', en: 'Look at the page by hand.' },
  },
  'list-too-short': {
    text: {
      zh: '首页列表未追溯到“{{event}}”，是否已公开暂无法判定。',
      en: 'The first page of the list does not reach back to “{{event}}”.',
    },
    remedy: { zh: '请人工查看后续页。', en: 'Look at the further pages by hand.' },
  },
  'beyond-calendar': {
    text: {
      zh: '工作日历未覆盖“{{event}}”的期限，无法计算工作日。',
      en: 'The calendar of working days does not cover the time allowed for “{{event}}”.',
    },
    remedy: {
      zh: '请在 rules/calendar 补充该年度的放假安排。',
      en: 'Add the year’s announcement to rules/calendar.',
    },
  },
  'no-event': {
    text: { zh: '事件表中没有该责任的事项。', en: 'The registry has no such event of the duty.' },
    remedy: { zh: '无需整改。', en: 'Nothing to do.' },
  },
  unregistered: {
    text: {
      zh: '栏目未登记，由“责任栏目未登记”一项判定。',
      en: 'No column is registered; see unregistered-column.',
    },
    remedy: { zh: '请登记栏目。', en: 'Register the column.' },
  },
} as const satisfies Readonly<Record<string, Message>>
