import type { Message } from '../core/message.ts'
import type { Landing } from '../facts/facts.ts'
import { cantTell, inapplicable, type Judgement, untested } from './check.ts'

/** What every check of a column's content can say when there is no content to judge. */
export const unreadMessages = {
  'not-asked': {
    text: { zh: '该网址尚未检查。', en: 'The address was not asked for.' },
    remedy: { zh: '无需整改，下次检查时补查。', en: 'Nothing to do; it is asked for next time.' },
  },
  unreadable: {
    text: {
      zh: '页面未能读取（{{why}}），内容暂无法判定。',
      en: 'The page could not be read ({{why}}), so that its content cannot be judged.',
    },
    remedy: { zh: '请人工查看该页面能否正常打开。', en: 'Look by hand whether the page opens.' },
  },
  'not-a-column-page': {
    text: {
      zh: '页面当前为“{{kind}}”页，栏目内容暂无法判定。',
      en: 'The page is a {{kind}} page now, so that the column cannot be judged.',
    },
    remedy: { zh: '请先处理该页面本身的问题。', en: 'Mend the page itself first.' },
  },
  'script-rendered': {
    text: {
      zh: '列表由脚本生成（{{sign}}），未能读取，暂无法判定。',
      en: 'A script builds the list ({{sign}}); it could not be read.',
    },
    remedy: {
      zh: '请人工查看；建议栏目首页直接输出列表。',
      en: 'Look by hand; better let the page itself hold the list.',
    },
  },
} as const satisfies Readonly<Record<string, Message>>

/** Ids of {@link unreadMessages}. */
export type UnreadMessage = keyof typeof unreadMessages

const ELSEWHERE: ReadonlySet<string> = new Set(['not-found', 'parked', 'not-filed', 'login', 'registration'])
const UNSETTLED: ReadonlySet<string> = new Set(['server-error', 'blocked', 'maintenance'])

/** Why there is no page of a column's own to look at; null when there is one. */
export function whyNoPage(landing: Landing): Judgement<UnreadMessage> | null {
  if (landing.kind === 'unread') {
    if (landing.why === 'not-asked' || landing.why === 'jump-not-asked') return untested('not-asked')
    if (landing.why === 'failed' || landing.why === 'error-status')
      return inapplicable('unreadable', { why: landing.why })
    return cantTell('unreadable', { why: landing.why })
  }
  const { kind } = landing.page
  if (ELSEWHERE.has(kind)) return inapplicable('not-a-column-page', { kind })
  return UNSETTLED.has(kind) ? cantTell('not-a-column-page', { kind }) : null
}

/**
 * Why a column's content cannot be judged; null when it can. Faults of the page itself (dead, soft 404, wall) are other
 * checks' business, so that one fault stays one finding.
 */
export function whyUnread(landing: Landing): Judgement<UnreadMessage> | null {
  const why = whyNoPage(landing)
  if (why !== null || landing.kind === 'unread') return why
  const { listing } = landing.page
  return listing.kind === 'unread' ? cantTell('script-rendered', { sign: listing.sign }) : null
}
