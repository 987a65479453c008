import { type Address, hostOf, originOf, pathStart, toAddress } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { UnitId } from '../core/ids.ts'
import type { Notice } from './notice.ts'

/** What units have declared about where their addresses have moved, as it stands on a day. */
export interface Moves {
  /** Where a unit's address has moved; null when it has not, or when notices contradict each other. */
  to(unit: UnitId, address: Address): Address | null
  /** The addresses that have moved to a unit's address. */
  from(unit: UnitId, address: Address): readonly Address[]
}

/** The same path and query at another site; null where `site` is no front page. */
function atSite(address: Address, site: Address): Address | null {
  const root = originOf(site)
  return site === `${root}/` ? toAddress(`${root}${address.slice(pathStart(address))}`) : null
}

/**
 * Where an address has moved by one notice. A change of domain that covers a host keeps path and query; it says nothing
 * of what has a port of its own.
 */
function targetOf({ kind, covers, newAddress }: Notice, address: Address): Address | null {
  if (covers === null || newAddress === null) return null
  if (covers.kind === 'address') return covers.address === address ? newAddress : null
  return kind === 'domain' && covers.host === hostOf(address) ? atSite(address, newAddress) : null
}

/** The other way round: what has moved to an address by one notice. */
export function formerOf({ kind, covers, newAddress }: Notice, address: Address): Address | null {
  if (covers === null || newAddress === null) return null
  if (covers.kind === 'address') return newAddress === address ? covers.address : null
  const old = toAddress(`http://${covers.host}/`)
  const isThere = kind === 'domain' && atSite(address, newAddress) === address
  return isThere && old !== null ? atSite(address, old) : null
}

/** Whether a notice is about a change (not an outage), and lasts on a day. */
export const isChangeOn = ({ kind, from, to }: Notice, day: Day): boolean =>
  (kind === 'address' || kind === 'domain' || kind === 'redesign') && from <= day && day <= to

/** The moves that notices declare for a day: of single addresses first, then of whole hosts. */
export function movesOn(notices: readonly Notice[], day: Day): Moves {
  const changes = notices.filter((notice) => isChangeOn(notice, day))
  const single = changes.filter(({ covers }) => covers?.kind === 'address')
  const hosts = changes.filter(({ covers }) => covers?.kind === 'host')
  return {
    to: (unit, address) => {
      for (const list of [single, hosts]) {
        const own = list.filter((notice) => notice.unit === unit)
        const targets = new Set(own.flatMap((notice) => targetOf(notice, address) ?? []))
        const [target] = targets
        if (target !== undefined) return targets.size === 1 && target !== address ? target : null
      }
      return null
    },
    from: (unit, address) =>
      changes.flatMap((notice) => (notice.unit === unit ? (formerOf(notice, address) ?? []) : [])),
  }
}
