import type { Message } from '../core/message.ts'

const again = {
  zh: '请检查本机网络，恢复后重新检查；本次结果不得通报。',
  en: 'See to our own network and audit again; do not circulate this run.',
}

/** Why a run is not believed. */
export const doubtMessages = {
  'canaries-down': {
    text: {
      zh: '开始时，{{asked}} 个自检网址中有 {{failed}} 个没有应答：{{names}}。',
      en: 'At the beginning {{failed}} of {{asked}} canary addresses did not answer: {{names}}.',
    },
    remedy: again,
  },
  'canaries-down-later': {
    text: {
      zh: '后来再问时，{{asked}} 个自检网址中有 {{failed}} 个没有应答：{{names}}。',
      en: 'When asked again later {{failed}} of {{asked}} canary addresses did not answer: {{names}}.',
    },
    remedy: again,
  },
  'captive-portal': {
    text: {
      zh: '自检网址（{{hosts}}）都被转到 {{place}}，疑为上网认证页。',
      en: 'The canary addresses ({{hosts}}) all lead to {{place}}, as behind a captive portal.',
    },
    remedy: again,
  },
  'every-name-answers': {
    text: {
      zh: '随机生成、不可能存在的域名（{{names}}）也能解析到 {{place}}：我方网络会替不存在的网站应答。',
      en: 'Random domain names that cannot exist ({{names}}) lead to {{place}}: our own network answers for sites that do not exist.',
    },
    remedy: again,
  },
  'outside-silent': {
    text: {
      zh: '站外 {{hosts}} 个主机中有 {{silent}} 个完全没有应答。',
      en: 'Of {{hosts}} hosts outside of the site {{silent}} gave no answer at all.',
    },
    remedy: again,
  },
  'many-failures': {
    text: {
      zh: '{{share}} 的登记网址没有应答，超过上限 {{limit}}。',
      en: '{{share}} of the registered addresses gave no answer; at most {{limit}} may.',
    },
    remedy: again,
  },
  'failures-jump': {
    text: {
      zh: '{{share}} 的登记网址没有应答，上次为 {{before}}，增幅超过上限 {{limit}}。',
      en: '{{share}} of the registered addresses gave no answer, {{before}} in the run before; the rise may be {{limit}} at most.',
    },
    remedy: again,
  },
} as const satisfies Readonly<Record<string, Message>>
