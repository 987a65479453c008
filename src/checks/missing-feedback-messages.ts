import type { Message } from '../core/message.ts'
import { unreadMessages } from './unread.ts'

/** What missing-feedback can say. */
export const missingFeedbackMessages = {
  'no-result': {
    text: {
      zh: '《{{title}}》（{{date}} 发布）征集早已结束，未见结果反馈，应不迟于 {{due}} 反馈，已逾期 {{late}} 天（{{degree}}）。',
      en: '“{{title}}” of {{date}} closed long ago, and nobody tells the result; due by {{due}}, {{late}} days late ({{degreeEnglish}}).',
    },
    remedy: {
      zh: '请公布征集结果与意见采纳情况，标题写明征集事项。',
      en: 'Publish the result and what was taken up, under the name of the consultation.',
    },
  },
  'no-cases': {
    text: {
      zh: '栏目有 {{count}} 期信件统计，未见典型案例和处理结果。',
      en: 'The column has {{count}} statistics of letters, and no typical cases or answers.',
    },
    remedy: {
      zh: '请选取典型案例和处理结果一并公布；另设栏目的，请登记其网址。',
      en: 'Publish typical cases and their answers too; register their column if they have one.',
    },
  },
  alike: {
    text: {
      zh: '有标题与《{{title}}》相近的信息，是否即为结果反馈，暂无法判定。',
      en: 'An entry has a title like “{{title}}”; whether it is the result cannot be told.',
    },
    remedy: { zh: '请人工查看该信息。', en: 'Look at the entry by hand.' },
  },
  unnamed: {
    text: {
      zh: '有结果反馈未写明所指事项，是否包括《{{title}}》，暂无法判定。',
      en: 'There are results that do not say of what; whether they are those of “{{title}}” cannot be told.',
    },
    remedy: {
      zh: '请人工查看；结果反馈的标题宜写明征集事项。',
      en: 'Look by hand; titles of results should name the consultation.',
    },
  },
  'entry-unread': {
    text: {
      zh: '《{{title}}》的页面未能读取，是否已反馈结果暂无法判定。',
      en: 'The page of “{{title}}” could not be read; it may tell the result.',
    },
    remedy: { zh: '请人工查看该页面。', en: 'Look at the page by hand.' },
  },
  'other-column-unread': {
    text: {
      zh: '该责任的另一栏目未能读取，是否已反馈暂无法判定。',
      en: 'Another column of the duty could not be read; the answers may stand there.',
    },
    remedy: { zh: '请人工查看该栏目。', en: 'Look at that column by hand.' },
  },
  'no-consultation': {
    text: {
      zh: '栏目首页没有征求意见或征集事项。',
      en: 'The first page of the column holds no consultation.',
    },
    remedy: { zh: '无需整改。', en: 'Nothing to do.' },
  },
  'no-statistics': {
    text: {
      zh: '栏目首页没有足够的信件统计。',
      en: 'The first page of the column holds too few statistics.',
    },
    remedy: { zh: '无需整改。', en: 'Nothing to do.' },
  },
  ...unreadMessages,
} as const satisfies Readonly<Record<string, Message>>

/** Ids of {@link missingFeedbackMessages}. */
export type MissingFeedbackMessage = keyof typeof missingFeedbackMessages
