import type { Address } from '../core/address.ts'
import type { Stage } from '../core/service-parts.ts'
import type { SubjectRef } from '../core/verdict.ts'
import type { PortalColumn } from '../registry/portal-column.ts'
import type { Service } from '../registry/service.ts'
import type { Duty } from './duty.ts'

/** In which role an address was registered. */
export type AddressRole = 'portal' | 'unit' | Stage

/** What a rule is applied to. Every subject knows the duty that it belongs to. */
export type Subject = { readonly duty: Duty; readonly ref: SubjectRef } & (
  | { readonly kind: 'duty' }
  /** A column with the address whose content is judged. */
  | { readonly kind: 'column'; readonly column: PortalColumn; readonly address: Address }
  /** One registered address: of a column (portal or unit) or of a service's stage. */
  | { readonly kind: 'address'; readonly role: AddressRole; readonly address: Address }
  | { readonly kind: 'service'; readonly service: Service }
)

/** The kinds that a check may name as its subject. */
export type SubjectKind = Subject['kind']
