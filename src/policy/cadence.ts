import type { Day, Period } from '../core/day.ts'
import type { EventKind } from '../core/event-kind.ts'
import type { PeriodKind } from '../core/report-period.ts'
import type { UnitKind } from '../core/unit-kind.ts'

/** Whom and when a cadence binds, and where it comes from. */
export interface CadenceScope {
  /** The clause, law or standard that says so. */
  readonly source: string
  /** First day on which it is in force; null = it always was. */
  readonly from: Day | null
  /** Last day on which it is in force; null = it still is. */
  readonly until: Day | null
  /** Kinds of units that it binds; null = whoever owes the item. */
  readonly kinds: readonly UnitKind[] | null
  /** Names of units that it binds; null = whoever owes the item. */
  readonly units: readonly string[] | null
}

/** The newest entry is younger than the period: `P14D`, `P6M`. */
export interface EveryCadence extends CadenceScope {
  readonly kind: 'every'
  readonly period: Period
}

/** The entry FOR each month, quarter, … exists by `dueWithin` after that period's end. */
export interface EachCadence extends CadenceScope {
  readonly kind: 'each'
  readonly period: PeriodKind
  readonly dueWithin: Period
  /** Regular expression that the entry's title matches; null = any title that names the period. */
  readonly titled: string | null
}

/** The entry for a year exists by a day of the next year, `MM-DD`. */
export interface ByCadence extends CadenceScope {
  readonly kind: 'by'
  readonly monthDay: string
  readonly titled: string | null
}

/** An entry about the event within a time of it: a calendar period, or `20 workdays`. */
export interface AfterEventCadence extends CadenceScope {
  readonly kind: 'afterEvent'
  readonly event: EventKind
  readonly within: string
}

/** 及时 / 适时: an advisory default that the policy does not state; never a veto. */
export interface PromptlyCadence extends CadenceScope {
  readonly kind: 'promptly'
  readonly event: EventKind
  readonly within: string
}

/** How often, or by when, a duty must show something new. */
export type Cadence = EveryCadence | EachCadence | ByCadence | AfterEventCadence | PromptlyCadence

/** The names of the kinds. */
export type CadenceKind = Cadence['kind']
