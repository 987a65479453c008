import * as z from 'zod'
import type { Registration } from '../facts/registration.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

type Duty = Registration['duties'][number]

const options = z.strictObject({
  /** Groups of items whose content may stand on one page. */
  mayShare: z.array(z.array(z.string()).min(2)).default([]),
  /** Items whose content may be the front page itself. */
  mayBeFrontPage: z.array(z.string()).default([]),
})

const titles = (duties: readonly Duty[]): string =>
  duties.map(({ item, title }) => `${item} ${title}`).join('、')

/** The duties that do not belong on one page with some other duty there. */
function strangers(duties: readonly Duty[], mayShare: readonly (readonly string[])[]): readonly Duty[] {
  const belong = (one: Duty, other: Duty): boolean =>
    one.item === other.item ||
    mayShare.some((group) => group.includes(one.item) && group.includes(other.item))
  return duties.filter((one) => duties.some((other) => !belong(one, other)))
}

/** An address that is registered for duties which cannot stand on one page, or that is no column at all. */
export const sharedRegistration = defineCheck({
  id: 'shared-registration',
  subject: 'column',
  needs: ['landing', 'registration'],
  options,
  applicability: 'Every column, at the address whose content is judged.',
  expectation:
    'A unit registers an address for one duty, or for duties whose content belongs together; and no front page for a column.',
  assumptions:
    'Which duties belong together is data of the rule. A page that a script builds may show several columns at one address: nothing is said about it. Stages of services have a check of their own.',
  messages: {
    shared: {
      text: {
        zh: '同一网址登记为 {{count}} 项不同责任的栏目：{{duties}}。',
        en: 'One address is registered for {{count}} different duties (items {{items}}).',
      },
      remedy: {
        zh: '请核对登记，为每项责任登记其实际栏目网址。',
        en: 'Look at the registry, and register for each duty the address of its own column.',
      },
    },
    'front-page': {
      text: {
        zh: '登记的是网站首页，不是“{{duties}}”的栏目网址。',
        en: 'The front page of the site is registered as a column (items {{items}}).',
      },
      remedy: { zh: '请登记该栏目的具体网址。', en: 'Register the address of the column itself.' },
    },
    'told-elsewhere': {
      text: { zh: '见责任事项 {{item}} 的同一问题。', en: 'The same fault is told at item {{item}}.' },
      remedy: { zh: '请一并处理。', en: 'Mend both at once.' },
    },
    ...unreadMessages,
  },
  judge: ({ subject, facts: { landing, registration }, options: { mayShare, mayBeFrontPage } }) => {
    const { isFrontPage, duties } = registration
    const outOfPlace = duties.filter(({ item }) => !mayBeFrontPage.includes(item))
    const atFault = isFrontPage ? outOfPlace : strangers(duties, mayShare)
    const [first] = atFault
    if (first === undefined || atFault.every(({ item }) => item !== subject.item.id)) return passed()
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    if (landing.page.kind === 'empty' || landing.page.kind === 'script-rendered')
      return cantTell('script-rendered', { sign: landing.page.kind })
    if (first.item !== subject.item.id) return inapplicable('told-elsewhere', { item: first.item })
    const items = atFault.map(({ item }) => item).join(', ')
    const data = { count: atFault.length, duties: titles(atFault), items }
    const evidence = [{ observation: landing.observation.id, locator: landing.page.title }]
    return failed({ message: isFrontPage ? 'front-page' : 'shared', data, evidence })
  },
})
