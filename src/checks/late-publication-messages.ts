import type { Message } from '../core/message.ts'

/** What late-publication can say. */
export const latePublicationMessages = {
  late: {
    text: {
      zh: '《{{title}}》成文于 {{written}}，{{published}} 才发布，相隔 {{count}} 个工作日，超过 {{allowed}} 个工作日。',
      en: '“{{title}}” was made on {{written}} and published on {{published}}, {{count}} working days later; {{allowed}} are allowed.',
    },
    remedy: {
      zh: '请自信息形成之日起 {{allowed}} 个工作日内公开。',
      en: 'Publish within {{allowed}} working days of the day on which it is made.',
    },
  },
  'beyond-calendar': {
    text: {
      zh: '工作日历只到 {{last}}，无法计算工作日。',
      en: 'The calendar of working days (to {{last}}) does not cover the time between the two dates.',
    },
    remedy: {
      zh: '请在 rules/calendar 补充该年度的放假安排。',
      en: 'Add the year’s announcement to rules/calendar.',
    },
  },
  undated: {
    text: {
      zh: '栏目首页各条信息未同时注明成文日期与发布日期。',
      en: 'No entry’s page shows both when it was made and when it was published.',
    },
    remedy: { zh: '无需整改；建议注明。', en: 'Nothing to do; better show both.' },
  },
} as const satisfies Readonly<Record<string, Message>>
