import type { ItemId } from '../core/ids.ts'

/** How an address stands in the registry. */
export interface Registration {
  /** Whether it is the front page of the unit's site, or of the portal. */
  readonly isFrontPage: boolean
  /** The duties of the same unit whose content is registered at this address, this one included, in the policy's order. */
  readonly duties: readonly { readonly item: ItemId; readonly title: string }[]
}
