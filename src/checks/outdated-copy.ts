import { z } from 'zod'
import { type Day, isPeriod } from '../core/day.ts'
import { type DatedEntry, datedEntries } from '../facts/copies.ts'
import { type CopyList, copyState } from '../facts/copy-state.ts'
import type { Landing } from '../facts/facts.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { whyUnread } from './unread.ts'

const period = z.string().refine(isPeriod, { error: 'expected a period such as P7D or P1M' })

type Side = 'portal' | 'unit'
const SIDES: Readonly<Record<Side, readonly [zh: string, en: string]>> = {
  portal: ['门户栏目', 'the portal’s column'],
  unit: ['单位网站栏目', 'the unit’s column'],
}

const sideWords = (side: Side) => ({ side: SIDES[side][0], sideEnglish: SIDES[side][1] })

const titles = (entries: readonly DatedEntry[]): string =>
  entries
    .slice(0, 3)
    .map((entry) => `《${entry.title.slice(0, 40)}》（${entry.date}）`)
    .join('、')

type Read = Extract<Landing, { kind: 'page' }>

const readable = (landing: Landing): Read | null =>
  landing.kind === 'page' && whyUnread(landing) === null ? landing : null

function listOf({ page: { listing } }: Read, asOf: Day): CopyList {
  const all = listing.kind === 'entries' ? listing.entries : []
  return { all, dated: datedEntries(all, asOf) }
}

/** A column kept on the portal and on the unit's site, one of which lags behind the other (四(四)). */
export const outdatedCopy = defineCheck({
  id: 'outdated-copy',
  subject: 'column',
  needs: ['copies'],
  options: z.strictObject({
    /** How long an entry may take from one side to the other. */
    grace: period.default('P14D'),
    /** From this lag of the newest entries on, a side is behind. */
    lag: period.default('P1M'),
    /** From so many entries missing on the portal on it is a fault; null = they are not counted. */
    missing: z.int().positive().nullable().default(3),
    /** Share (0–1) of entries that both sides must have in common before others are called missing. */
    agreement: z.number().min(0).max(1).default(0.5),
  }),
  applicability:
    'Every submitted or harvested column with an address on the portal and another one on the unit’s site, both of which are lists.',
  expectation:
    'What one side published longer ago than `grace` stands on the other one too, within the time that both first pages cover.',
  assumptions:
    'Titles are compared without signs, marks, issuers and cuts. Two lists with less than `agreement` in common are not copies of each other, and nothing is said of them.',
  messages: {
    'portal-behind': {
      text: {
        zh: '门户栏目落后于单位网站：门户最近一条为 {{older}}，单位网站为 {{newer}}，相差 {{days}} 天，未同步 {{count}} 条，如{{titles}}。',
        en: 'The portal is behind the unit’s site: newest entry {{older}} against {{newer}}, {{days}} days; {{count}} entries are missing.',
      },
      remedy: {
        zh: '请将单位网站已发布的信息报送门户栏目。',
        en: 'Submit what the unit’s site has published to the portal.',
      },
    },
    'missing-on-portal': {
      text: {
        zh: '单位网站已发布的 {{count}} 条信息未见于门户栏目，如{{titles}}。',
        en: '{{count}} entries of the unit’s site are missing on the portal.',
      },
      remedy: { zh: '请补报缺少的信息。', en: 'Submit the missing entries.' },
    },
    'unit-behind': {
      text: {
        zh: '单位网站栏目落后于门户：单位网站最近一条为 {{older}}，门户为 {{newer}}，相差 {{days}} 天，如{{titles}}。',
        en: 'The unit’s site is behind the portal: newest entry {{older}} against {{newer}}, {{days}} days.',
      },
      remedy: {
        zh: '请同步更新本单位网站的相应栏目。',
        en: 'Renew the column on the unit’s own site as well.',
      },
    },
    'one-place': {
      text: {
        zh: '栏目只在一处维护或以链接方式维护，无需比对。',
        en: 'The column is kept in one place, or linked: there is nothing to compare.',
      },
      remedy: { zh: '无需整改。', en: 'Nothing to do.' },
    },
    'unread-side': {
      text: {
        zh: '{{side}}未能读取，暂无法比对。',
        en: 'The columns cannot be compared: {{sideEnglish}} could not be read.',
      },
      remedy: { zh: '请先处理该页面本身的问题。', en: 'See to the page itself first.' },
    },
    'no-list': {
      text: {
        zh: '{{side}}不是带日期的信息列表，无法逐条比对。',
        en: 'The columns cannot be compared entry by entry: {{sideEnglish}} is no list with dates.',
      },
      remedy: { zh: '请人工比对。', en: 'Compare them by hand.' },
    },
    'different-lists': {
      text: {
        zh: '两处列表共同的条目太少，可能不是同一栏目，暂无法判定。',
        en: 'The two lists have too little in common: they may not be the same column.',
      },
      remedy: {
        zh: '请核对登记的两个网址是否为同一栏目。',
        en: 'Check whether both registered addresses are of one column.',
      },
    },
  },
  judge: ({ facts: { copies }, options, asOf }) => {
    if (copies === null) return inapplicable('one-place')
    const [portal, unit] = [readable(copies.portal), readable(copies.unit)]
    if (portal === null || unit === null)
      return cantTell('unread-side', sideWords(portal === null ? 'portal' : 'unit'))
    const [onPortal, onUnit] = [listOf(portal, asOf), listOf(unit, asOf)]
    if (onPortal.all.length + onUnit.all.length === 0) return inapplicable('no-list', sideWords('portal'))
    if (onPortal.dated.length === 0) return cantTell('no-list', sideWords('portal'))
    if (onUnit.dated.length === 0) return cantTell('no-list', sideWords('unit'))
    const state = copyState(onPortal, onUnit, options, asOf)
    if (state.kind === 'agree') return passed()
    if (state.kind === 'different') return cantTell('different-lists')
    const quote = state.entries[0]?.title.slice(0, 120) ?? ''
    const [holder, lacking] = state.kind === 'unit-behind' ? [portal, unit] : [unit, portal]
    const evidence = [{ observation: holder.observation.id, quote }, { observation: lacking.observation.id }]
    const seen = { count: state.entries.length, titles: titles(state.entries) }
    const data =
      state.kind === 'missing-on-portal'
        ? seen
        : { ...seen, older: state.older, newer: state.newer, days: state.days }
    return failed({ message: state.kind, data, evidence })
  },
})
