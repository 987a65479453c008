import { addPeriod, type Day, daysBetween, type Period } from '../core/day.ts'
import { type Comparison, compared, type DatedEntry, holderOf, newestOf, reachOf } from './copies.ts'
import type { Entry } from './page.ts'

/** From when on two copies of a column are no longer one. */
export interface CopyLimits {
  /** How long an entry may take from one side to the other. */
  readonly grace: Period
  /** From this distance of the newest entries on, a side is behind. */
  readonly lag: Period
  /** From so many entries missing on the portal on it is a fault; null = they are not counted. */
  readonly missing: number | null
  /** Share (0–1) of entries that both must have before others are called missing. */
  readonly agreement: number
}

/** One side of a column: all rows of its list, and those with a day. */
export interface CopyList {
  readonly all: readonly Entry[]
  readonly dated: readonly DatedEntry[]
}

/** How the two copies of a column stand to each other. `different`: they have too little in common to be copies. */
export type CopyState =
  | { readonly kind: 'agree' }
  | { readonly kind: 'different' }
  | { readonly kind: 'missing-on-portal'; readonly entries: readonly DatedEntry[] }
  | {
      readonly kind: 'portal-behind' | 'unit-behind'
      readonly entries: readonly DatedEntry[]
      readonly older: Day
      readonly newer: Day
      readonly days: number
    }

/** So many older entries in common show that the portal's column is this unit's alone. */
const LEAST_COMMON = 2

/** Whether enough of what should be on both sides is. */
const agrees = ({ common, missing }: Comparison, { agreement }: CopyLimits): boolean =>
  common >= (common + missing.length) * agreement

function behind(
  kind: 'portal-behind' | 'unit-behind',
  entries: readonly DatedEntry[],
  older: Day,
  lag: Period,
): CopyState | null {
  const newer = newestOf(entries)
  if (newer === null || newer <= addPeriod(older, lag)) return null
  return { kind, entries, older, newer, days: daysBetween(older, newer) }
}

/**
 * Holds the portal's list against the unit's, as of a day. The portal is behind, or lacks entries, only where the lists
 * agree in the time that both cover, or where it stopped before the unit's list begins; the unit is behind only where they
 * agree, because a portal's column may hold other units' entries as well.
 */
export function copyState(portal: CopyList, unit: CopyList, limits: CopyLimits, asOf: Day): CopyState {
  const [portalNewest, unitNewest] = [newestOf(portal.dated), newestOf(unit.dated)]
  if (portalNewest === null || unitNewest === null) return { kind: 'different' }
  const { grace, lag } = limits
  const [onPortal, onUnit] = [holderOf(portal.all), holderOf(unit.all)]
  const sent = compared(unit.dated, portal.dated, onPortal, grace, asOf)
  const shown = compared(portal.dated, unit.dated, onUnit, grace, asOf)
  const stopped = portalNewest < (reachOf(unit.dated) ?? portalNewest)
  if (!agrees(sent, limits) || (sent.common === 0 && !stopped)) return { kind: 'different' }
  const portalBehind = behind('portal-behind', sent.newer, portalNewest, lag)
  if (portalBehind !== null) return portalBehind
  const missing = [...sent.newer, ...sent.missing]
  if (limits.missing !== null && missing.length >= limits.missing)
    return { kind: 'missing-on-portal', entries: missing }
  const isOwn = shown.common >= LEAST_COMMON && agrees(shown, limits)
  return (isOwn ? behind('unit-behind', shown.newer, unitNewest, lag) : null) ?? { kind: 'agree' }
}
