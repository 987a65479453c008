import * as z from 'zod'
import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import { type DeclaredChange, foretells, lastsOn } from '../facts/declared-change.ts'
import type { Landing } from '../facts/facts.ts'
import type { MoveNotice } from '../facts/move-notice.ts'
import { moveOf } from '../facts/moved.ts'
import type { Step } from '../facts/route.ts'
import { defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyNoPage } from './unread.ts'

const remedy = {
  zh: '请将变更报门户网站（notices.csv），并更新登记网址。',
  en: 'Declare the change to the portal (notices.csv) and register the new address.',
}

type Change =
  | { readonly kind: 'moved' | 'announced'; readonly to: Address; readonly quote: string }
  | { readonly kind: 'redesign'; readonly to: null; readonly quote: string }

const REDESIGN = /(?:正在|进行|系统|网站|平台|栏目)[^，。]{0,6}改版/
const QUOTED = 80

function changeOf(landing: Landing, route: readonly Step[], notice: MoveNotice | null): Change | null {
  if (landing.kind === 'unread') return null
  const { page } = landing
  const noPage = whyNoPage(landing)
  if (noPage?.outcome === 'inapplicable' || page.kind === 'blocked') return null
  const move = noPage === null ? moveOf(route) : null
  if (move !== null) return { kind: 'moved', to: page.address, quote: `${move.status} ${move.to}` }
  if (notice !== null) return { kind: 'announced', to: notice.address, quote: notice.quote }
  const isShut = page.kind === 'maintenance'
  const redesign = isShut ? page.text.split('\n').find((line) => REDESIGN.test(line)) : undefined
  return redesign === undefined ? null : { kind: 'redesign', to: null, quote: redesign.slice(0, QUOTED) }
}

/** The declared change that a change answers to, the one that it contradicts, or null: nobody was told. */
function declarationOf(
  change: Change,
  route: readonly Step[],
  declared: readonly DeclaredChange[],
  asOf: Day,
): { readonly by: DeclaredChange; readonly agrees: boolean } | null {
  const places = change.to === null ? [] : [change.to, ...route.map(({ to }) => to)]
  const told = declared.find((one) => one.from <= asOf && places.some((place) => foretells(one, place)))
  if (told !== undefined) return { by: told, agrees: true }
  const now = declared.filter((one) => lastsOn(one, asOf))
  const vague = now.find(({ isChange, newAddress }) => !isChange || newAddress === null || change.to === null)
  const by = vague ?? now[0]
  return by === undefined ? null : { by, agrees: vague !== undefined }
}

/** A registered address that has moved, or a site in redesign, and nobody was told (四(四)). */
export const undeclaredChange = defineCheck({
  id: 'undeclared-change',
  subject: 'address',
  needs: ['landing', 'route', 'moveNotice', 'declaredChanges'],
  options: z.strictObject({}),
  applicability: 'Every registered address on a unit’s own site that leads to a page.',
  expectation:
    'The address is where its content is; where it has moved for good, says so itself, or is in redesign, a notice says so too, with the same new address.',
  assumptions:
    'Only redirects that say “for good” (301, 308) count, not temporary ones, jumps, logins, or steps to the same place in another spelling; what the portal does with its own addresses is not the unit’s doing.',
  messages: {
    moved: {
      text: {
        zh: '登记网址已永久跳转到 {{to}}，未见报备。',
        en: 'The address redirects for good to {{to}}, and no notice says so.',
      },
      remedy,
    },
    announced: {
      text: {
        zh: '页面称已迁移到 {{to}}（“{{quote}}”），未见报备。',
        en: 'The page says that it has moved to {{to}} (“{{quote}}”), and no notice says so.',
      },
      remedy,
    },
    redesign: {
      text: {
        zh: '页面称正在改版（“{{quote}}”），未见报备。',
        en: 'The page says that it is in redesign (“{{quote}}”), and no notice says so.',
      },
      remedy: {
        zh: '请将改版时间和新网址报门户网站（notices.csv）。',
        en: 'Declare the time of the redesign, and the new address, to the portal (notices.csv).',
      },
    },
    elsewhere: {
      text: {
        zh: '报备（{{notice}}）的新网址为 {{declared}}，实际为 {{to}}。',
        en: 'The notice {{notice}} declares {{declared}} as the new address; it is {{to}}.',
      },
      remedy: {
        zh: '请更正报备的新网址，或修正跳转目标。',
        en: 'Mend the notice’s new address, or where the old one leads.',
      },
    },
    declared: {
      text: { zh: '变更已报备（{{notice}}）。', en: 'The change was declared ({{notice}}).' },
      remedy: { zh: '请在期满前更新登记网址。', en: 'Register the new address before the notice ends.' },
    },
    portal: {
      text: { zh: '门户网站自身的网址，不由单位负责。', en: 'An address of the portal itself.' },
      remedy: { zh: '无需整改。', en: 'Nothing to do.' },
    },
    ...unreadMessages,
  },
  judge: ({ subject, facts: { landing, route, moveNotice, declaredChanges }, asOf }) => {
    if (subject.role === 'portal') return inapplicable('portal')
    const change = changeOf(landing, route, moveNotice)
    if (change === null) return whyNoPage(landing) ?? passed()
    const declaration = declarationOf(change, route, declaredChanges, asOf)
    const { kind, quote } = change
    if (declaration?.agrees === true) return inapplicable('declared', { notice: declaration.by.id })
    const to = change.to ?? ''
    const evidence = landing.observation === null ? [] : [{ observation: landing.observation.id, quote }]
    if (declaration === null) return failed({ message: kind, data: { to, quote }, evidence })
    const { id: notice, newAddress } = declaration.by
    return failed({ message: 'elsewhere', data: { notice, declared: newAddress ?? '', to }, evidence })
  },
})
