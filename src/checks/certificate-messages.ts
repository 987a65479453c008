import type { Message } from '../core/message.ts'

const renew = {
  zh: '请更换 {{host}} 的证书，并设置到期前自动续期或提醒。',
  en: 'Renew the certificate of {{host}}, and have it renewed or a reminder sent before it ends.',
}

/** What {@link invalidCertificate} can say. */
export const certificateMessages = {
  expired: {
    text: {
      zh: '{{host}} 的证书已于 {{to}} 到期，浏览器会拦截访问。',
      en: 'The certificate of {{host}} expired on {{to}}; browsers stop their readers.',
    },
    remedy: renew,
  },
  'not-yet-valid': {
    text: {
      zh: '{{host}} 的证书自 {{from}} 起才有效，浏览器会拦截访问。',
      en: 'The certificate of {{host}} is valid from {{from}} only; browsers stop their readers.',
    },
    remedy: renew,
  },
  'other-host': {
    text: {
      zh: '{{host}} 的证书是为其他域名签发的（{{names}}），浏览器会拦截访问。',
      en: 'The certificate of {{host}} is for other hosts ({{names}}); browsers stop their readers.',
    },
    remedy: {
      zh: '请为 {{host}} 申请证书，或登记证书所含的域名。',
      en: 'Get a certificate for {{host}}, or register an address under a host that it is for.',
    },
  },
  'self-signed': {
    text: {
      zh: '{{host}} 使用自签名证书，浏览器会拦截访问。',
      en: 'The certificate of {{host}} is signed by itself alone; browsers stop their readers.',
    },
    remedy: {
      zh: '请换用受信任机构签发的证书。',
      en: 'Use a certificate from an authority that browsers trust.',
    },
  },
  untrusted: {
    text: {
      zh: '与 {{host}} 的加密连接未能建立（{{cause}}），原因可能在证书链、签发机构或协议，暂不认定。',
      en: 'No secure connection to {{host}} ({{cause}}); the chain, the issuer or the protocol may be the reason, and nothing is held against it.',
    },
    remedy: {
      zh: '请核对证书链是否完整、是否支持 TLS 1.2 以上；内网自建机构可在 fetch.ca 登记。',
      en: 'See that the chain is complete and TLS 1.2 is spoken; name an intranet’s own authority under fetch.ca.',
    },
  },
  'not-https': {
    text: { zh: '该网址不使用 https。', en: 'The address is not https.' },
    remedy: { zh: '无需整改。', en: 'Nothing to do.' },
  },
  unreached: {
    text: { zh: '网址未能访问（{{cause}}），证书无法核对。', en: 'The address did not answer ({{cause}}).' },
    remedy: { zh: '请先处理访问问题。', en: 'See to the address first.' },
  },
  'not-asked': {
    text: { zh: '该网址尚未检查。', en: 'The address was not asked for.' },
    remedy: { zh: '无需整改，下次检查时补查。', en: 'Nothing to do; it is asked for next time.' },
  },
} as const satisfies Readonly<Record<string, Message>>
