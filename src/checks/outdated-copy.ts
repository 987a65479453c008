import * as z from 'zod'
import { type Day, isPeriod } from '../core/day.ts'
import { type DatedEntry, datedEntries } from '../facts/copies.ts'
import { type CopyList, copyState } from '../facts/copy-state.ts'
import type { Landing } from '../facts/facts.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { outdatedCopyMessages } from './outdated-copy-messages.ts'
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
  messages: outdatedCopyMessages,
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
