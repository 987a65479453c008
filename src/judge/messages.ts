import type { Message } from '../core/message.ts'

/** What the judge itself can say about a verdict, beside the messages of the checks. */
export const judgeMessages = {
  'judge.declared-notice': {
    text: {
      zh: '该单位已报备（{{notice}}：{{reason}}，{{from}} 至 {{to}}），本期不作评判。',
      en: 'Excused by a declared notice ({{notice}}: {{reason}}, {{from}} to {{to}}).',
    },
    remedy: {
      zh: '无需整改；报备期满后将重新检查。',
      en: 'Nothing to do; it is checked again when the notice has ended.',
    },
  },
  'judge.waived': {
    text: {
      zh: '已豁免（{{waiver}}：{{reason}}，{{approver}}批准，至 {{to}}），不计分。',
      en: 'Waived ({{waiver}}: {{reason}}, agreed by {{approver}}, until {{to}}).',
    },
    remedy: {
      zh: '豁免期内无需整改；到期或情况变化后重新计分。',
      en: 'Nothing to do while the waiver lasts; it counts again when it ends or when something else is measured.',
    },
  },
  'judge.deferred': {
    text: {
      zh: '复核人{{reviewer}}暂缓认定：{{reason}}',
      en: 'Put off by {{reviewer}} on review: {{reason}}',
    },
    remedy: {
      zh: '本期无需整改；下次检查后再行认定。',
      en: 'Nothing to do this time; it is decided after the next audit.',
    },
  },
  'judge.check-fault': {
    text: {
      zh: '检查程序“{{check}}”出错，本项暂无法判定：{{fault}}',
      en: 'The check {{check}} itself failed, so that nothing can be said: {{fault}}',
    },
    remedy: {
      zh: '请将此条报告给系统维护人员；不计入单位得分。',
      en: 'Report this to the maintainers; it does not count against the unit.',
    },
  },
} as const satisfies Readonly<Record<string, Message>>
