import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import { isInside, leadsToSamePlace, siteOf } from './same-place.ts'

/** A change that the unit has declared for an address (报备). */
export interface DeclaredChange {
  readonly id: string
  /** Whether it is a change of address or look, or an outage. */
  readonly isChange: boolean
  /** Whether it is about this one address, or about the host or everything of the unit. */
  readonly isExact: boolean
  /** First and last day, both included. */
  readonly from: Day
  readonly to: Day
  readonly newAddress: Address | null
}

/** Whether a declared change lasts on a day. */
export const lastsOn = ({ from, to }: DeclaredChange, day: Day): boolean => from <= day && day <= to

/** Whether a declared change said that the address would lead where it leads now. */
export const foretells = ({ newAddress, isExact }: DeclaredChange, at: Address): boolean =>
  newAddress !== null &&
  (isExact ? leadsToSamePlace(newAddress, at) || isInside(newAddress, at) : siteOf(newAddress) === siteOf(at))
