import * as z from 'zod'
import { hostOf } from '../core/address.ts'
import type { Malformation } from '../facts/malformed-links.ts'
import { type Defect, defineCheck, failed, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

const SHOWN = 120
const MOST = 20

const remedy = {
  zh: '请将该链接改为公众可以访问的完整网址，或予以删除。',
  en: 'Give the link an address that the public can open, or take it out.',
}
const message = (zh: string, en: string) =>
  ({
    text: { zh: `链接“{{text}}”${zh}：{{href}}`, en: `The link “{{text}}” ${en}: {{href}}` },
    remedy,
  }) as const

/** Links that nobody can follow because of how they are written: no request is needed to know. */
export const malformedLink = defineCheck({
  id: 'malformed-link',
  subject: 'column',
  needs: ['landing', 'malformedLinks'],
  options: z.strictObject({
    /** The audited sites stand on the same private network as their readers. */
    intranet: z.boolean().default(false),
  }),
  applicability:
    'Every column whose page could be read: all links of the unit’s own page, and the entries of a list on the portal.',
  expectation:
    'No link leads to a file of somebody’s computer, to a private network, or to no host at all; http:// stands once.',
  assumptions:
    'What browsers mend in silence (back-slashes, a third slash before a whole host, white space around) is no fault; links without words, unfilled templates and links marked as internal are left alone.',
  messages: {
    'local-file': message('指向本机文件', 'names a file on somebody’s own computer'),
    'private-address': message('指向内部网络地址', 'leads to a private network'),
    'broken-scheme': message(
      '的“http://”重复或有误',
      'has its scheme (http:// or https://) twice or misspelt',
    ),
    'no-host': message('没有域名', 'names no host'),
    'bad-host': message('的域名不合规则', 'has a host that cannot exist'),
    ...unreadMessages,
  },
  judge: ({ facts: { landing, malformedLinks }, options }) => {
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    const { observation, page } = landing
    const [first, ...more] = malformedLinks
      .filter(({ kind }) => !(options.intranet && kind === 'private-address'))
      .slice(0, MOST)
      .map(
        ({ kind, href, text }): Defect<Malformation> => ({
          message: kind,
          data: { text: text.slice(0, SHOWN), href: href.trim().slice(0, SHOWN) },
          aspect: href,
          fault: `${hostOf(page.address)} ${href}`,
          evidence: [
            { observation: observation.id, quote: href.slice(0, SHOWN), locator: text.slice(0, SHOWN) },
          ],
        }),
      )
    return first === undefined ? passed() : failed(first, ...more)
  },
})
