import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { UnitId } from '../core/ids.ts'

/** 改版, 域名调整, 地址变更, 故障, 维护. */
export type NoticeKind = 'redesign' | 'domain' | 'address' | 'outage' | 'maintenance'

/** A declared change or outage (报备). What it covers is excused while it lasts (DESIGN §5.9). */
export interface Notice {
  readonly id: string
  readonly unit: UnitId
  readonly kind: NoticeKind
  /** First and last day of the window, both included. */
  readonly from: Day
  readonly to: Day
  /** One address, or a bare host name that stands for the whole host; null = all of the unit's addresses. */
  readonly covers:
    | { readonly kind: 'address'; readonly address: Address }
    | { readonly kind: 'host'; readonly host: string }
    | null
  readonly newAddress: Address | null
  readonly reason: string
}
