import type { Message } from '../core/message.ts'

/** What {@link logGap} can say. */
export const logMessages = {
  absent: {
    text: {
      zh: '抽查的 {{total}} 个页面均未调用门户网站日志统计代码（如 {{example}}）。',
      en: 'None of {{total}} sampled pages calls the portal’s statistics ({{example}}, for one).',
    },
    remedy: {
      zh: '请在网站模板中加入门户网站日志统计代码。',
      en: 'Put the portal’s statistics into the site’s templates.',
    },
  },
  partial: {
    text: {
      zh: '抽查的 {{total}} 个页面中有 {{count}} 个未调用门户网站日志统计代码（如 {{example}}）。',
      en: '{{count}} of {{total}} sampled pages do not call the portal’s statistics ({{example}}, for one).',
    },
    remedy: {
      zh: '请在缺少统计代码的栏目模板中补上。',
      en: 'Add the statistics to the templates that lack them.',
    },
  },
  silent: {
    text: {
      zh: '日志接口最近一条记录为 {{last}}，超过{{within}}未提供数据。',
      en: 'The last record of the log is of {{last}}; nothing came for more than {{withinEnglish}}.',
    },
    remedy: {
      zh: '请检查日志报送程序是否停止。',
      en: 'See whether the program that sends the log has stopped.',
    },
  },
  'too-few': {
    text: {
      zh: '仅有 {{count}} 个页面可核对日志统计代码，暂无法判定。',
      en: 'Only {{count}} pages could be looked at for the statistics.',
    },
    remedy: { zh: '请人工查看页面源代码。', en: 'Look at the source of some pages by hand.' },
  },
  'heartbeat-unread': {
    text: {
      zh: '日志接口未给出最近记录的时间。',
      en: 'The log’s address tells no time of its last record.',
    },
    remedy: {
      zh: '请在接口中给出最近一条记录的时间。',
      en: 'Let it answer with the time of the last record.',
    },
  },
  unproven: {
    text: {
      zh: '本次检查读到的网页都没有调用规则所列的统计地址，规则的 beacon 可能不是本市门户的统计主机，暂不认定。',
      en: 'No page read in this run calls an address that the rule lists; its beacon may not be this portal’s, and nothing is held against the site.',
    },
    remedy: {
      zh: '请在规则 log-gap 的 beacon 中填写本市门户统计服务的地址。',
      en: 'Set the beacon of the rule log-gap to the portal’s own statistics host.',
    },
  },
} as const satisfies Readonly<Record<string, Message>>
