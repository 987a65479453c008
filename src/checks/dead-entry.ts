import * as z from 'zod'
import { cantTell, type Defect, defineCheck, failed, inapplicable, passed } from './check.ts'
import { causeWords } from './dead-link.ts'
import { unreadMessages, whyUnread } from './unread.ts'

/** Dead links among the entries of a column's first page. */
export const deadEntry = defineCheck({
  id: 'dead-entry',
  subject: 'column',
  needs: ['landing', 'followedLinks'],
  options: z.strictObject({}),
  applicability: 'Every column whose first page could be read and holds a list.',
  expectation:
    'No entry of the list is dead: 404, 410, no such name or refused, seen twice, and an independent engine agrees.',
  assumptions:
    'Entries that robots.txt keeps us from, and faults that may pass, are not held against the column.',
  messages: {
    dead: {
      text: {
        zh: '条目“{{title}}”的链接无法访问：{{cause}}（{{address}}）。',
        en: 'The entry “{{title}}” is dead: {{causeEnglish}} ({{address}}).',
      },
      remedy: { zh: '请修复或删除该条目。', en: 'Mend or remove the entry.' },
    },
    'no-entries': {
      text: { zh: '页面没有可核对的条目。', en: 'The page has no entries to follow.' },
      remedy: { zh: '无需整改。', en: 'Nothing to do.' },
    },
    unsettled: {
      text: { zh: '{{count}} 个条目均未能核对。', en: 'None of {{count}} entries could be checked.' },
      remedy: { zh: '请人工抽查条目链接。', en: 'Look at some of the entries by hand.' },
    },
    ...unreadMessages,
  },
  judge: ({ facts: { landing, followedLinks } }) => {
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    if (followedLinks.length === 0) return inapplicable('no-entries')
    const [first, ...more] = followedLinks.flatMap(
      ({ text, address, reachability }): readonly Defect<'dead'>[] => {
        if (reachability.state !== 'dead') return []
        const evidence = [
          { observation: landing.observation.id, locator: text },
          ...reachability.observations.map(({ id }) => ({ observation: id })),
        ]
        return [
          { message: 'dead', data: { title: text, address, ...causeWords(reachability) }, address, evidence },
        ]
      },
    )
    if (first !== undefined) return failed(first, ...more)
    const settled = followedLinks.some(({ reachability }) => reachability.state === 'alive')
    return settled ? passed() : cantTell('unsettled', { count: followedLinks.length })
  },
})
