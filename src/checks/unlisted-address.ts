import * as z from 'zod'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyNoPage, whyUnread } from './unread.ts'

/** Words of a link to what a page does not show. */
const MORE = /^[\s>».…+]*(?:查看)?(?:更多|more)[\s>».…+]*$/i

const remedy = {
  zh: '请将正确网址报门户网站编辑部，由其更正链接；登记有误的，更正登记。',
  en: 'Report the right address to the portal’s editors, who mend the link; or mend the registry.',
}

/** A column whose page on the portal leads to another address than the registered one, or to none. */
export const unlistedAddress = defineCheck({
  id: 'unlisted-address',
  subject: 'column',
  needs: ['landing', 'portalLinks'],
  options: z.strictObject({}),
  applicability:
    'Every column that the portal links to, registered with a portal address and a unit address.',
  expectation:
    'The portal’s page leads to the registered address: by a link, a redirect, a frame, a menu or a script, whatever the spelling, and after redirects on both sides.',
  assumptions:
    'Two addresses that show the same page are one. A page that goes on elsewhere (more pages, scripts), and links that could not be followed, say nothing.',
  messages: {
    other: {
      text: {
        zh: '门户栏目页“{{text}}”链接到 {{address}}，与登记网址不一致。',
        en: 'The portal’s page links “{{text}}” to {{address}}, which is not the registered address.',
      },
      remedy,
    },
    none: {
      text: {
        zh: '门户栏目页没有到登记网址的链接。',
        en: 'The portal’s page has no link to the registered address.',
      },
      remedy,
    },
    'not-linked': {
      text: {
        zh: '不是网页链接方式的栏目，或未同时登记两个网址。',
        en: 'The portal does not link to this column, or only one address is registered.',
      },
      remedy: { zh: '无需整改。', en: 'Nothing to do.' },
    },
    unfollowed: {
      text: {
        zh: '门户栏目页的链接“{{text}}”未能核对。',
        en: 'Where the link “{{text}}” of the portal’s page leads could not be told.',
      },
      remedy: { zh: '请人工查看该链接。', en: 'Look at the link by hand.' },
    },
    'goes-on': {
      text: {
        zh: '门户栏目页未显示全部内容，暂无法判定。',
        en: 'The portal’s page does not show all that it has.',
      },
      remedy: { zh: '请人工查看。', en: 'Look by hand.' },
    },
    ...unreadMessages,
  },
  judge: ({ facts: { landing, portalLinks } }) => {
    if (portalLinks === null) return inapplicable('not-linked')
    if (portalLinks.isListed) return passed()
    const { landing: portal, others } = portalLinks
    const unread = whyUnread(portal) ?? whyNoPage(landing)
    if (unread !== null || portal.kind === 'unread') return unread ?? passed()
    const { page, observation } = portal
    const unknown = others.find(({ final }) => final === null)
    if (unknown !== undefined) return cantTell('unfollowed', { text: unknown.text })
    const named = others.find(({ isNamed }) => isNamed)
    if (named !== undefined) {
      const { text, address } = named
      const evidence = [{ observation: observation.id, quote: address, locator: text }]
      return failed({ message: 'other', data: { text, address }, evidence })
    }
    const isPart = page.kind === 'home' || page.furtherPages || page.links.some(({ text }) => MORE.test(text))
    if (isPart) return cantTell('goes-on')
    return failed({
      message: 'none',
      data: {},
      evidence: [{ observation: observation.id, locator: page.title }],
    })
  },
})
