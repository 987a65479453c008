import { attestationRegister } from './attestations.ts'
import { columnRegister } from './columns.ts'
import { eventRegister } from './events.ts'
import { noticeRegister } from './notices.ts'
import type { Register } from './register.ts'
import { serviceRegister } from './services.ts'
import { waiverRegister } from './waivers.ts'

/** Every register beside the units, under the name that the registry gives its rows, in the order of files and sheets. */
export const REGISTERS = {
  columns: columnRegister,
  services: serviceRegister,
  events: eventRegister,
  notices: noticeRegister,
  waivers: waiverRegister,
  attestations: attestationRegister,
} as const

/** The name of a register beside the units. */
export type RegisterName = keyof typeof REGISTERS

type RowOf<R> = R extends Register<infer Row> ? Row : never

/** The rows of every register, by its name. */
export type Registers = { readonly [Name in RegisterName]: readonly RowOf<(typeof REGISTERS)[Name]>[] }

/** Every register with its name, each as a register of rows that only it understands. */
export const REGISTER_LIST = Object.entries(REGISTERS) as unknown as readonly (readonly [
  RegisterName,
  Register<unknown>,
])[]
