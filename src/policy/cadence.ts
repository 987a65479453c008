import type { Period } from '../core/day.ts'

/**
 * How often, or by when, a duty must show something new. `advisory` cadences come from a default that the
 * policy does not state (及时, 适时): they are shown and never scored as a veto.
 */
export type Cadence =
  /** The newest entry is younger than the period: `P14D`, `P6M`. */
  | { readonly kind: 'every'; readonly period: Period; readonly source: string }
  /** The entry FOR each month, quarter, … exists by `dueWithin` after that period's end. */
  | {
      readonly kind: 'each'
      readonly period: 'month' | 'quarter' | 'halfYear' | 'year'
      readonly dueWithin: Period
      readonly titled?: string
      readonly source: string
    }
  /** Once a year by a day of the year, `MM-DD`. */
  | { readonly kind: 'by'; readonly monthDay: string; readonly titled?: string; readonly source: string }
  /** An entry about the event within a time of it: a period, or `20 workdays`. */
  | { readonly kind: 'afterEvent'; readonly event: string; readonly within: string; readonly source: string }
  /** 及时 / 适时: an advisory default. */
  | { readonly kind: 'promptly'; readonly within: Period; readonly source: string }
