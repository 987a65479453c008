import type { Address } from '../core/address.ts'
import { toAddress } from '../core/address.ts'
import type { Probe } from '../core/probe.ts'
import { SERVICE_ELEMENTS, STAGES } from '../core/service-parts.ts'
import type { Subject } from './subject.ts'

const addressesOf = (subject: Subject): readonly (Address | null)[] => {
  if (subject.kind === 'column' || subject.kind === 'address') return [subject.address]
  if (subject.kind === 'duty') return []
  const { service } = subject
  return [
    service.page,
    ...STAGES.map((stage) => service.stages[stage]),
    ...SERVICE_ELEMENTS.map((element) => service.elements[element]),
  ]
}

/** The first questions: one per canonical address, however many duties share it, sorted by address. */
export function visitProbes(subjects: readonly Subject[]): readonly Probe[] {
  const addresses = new Set(subjects.flatMap(addressesOf).filter((address) => address !== null))
  return [...addresses].sort().map((address) => ({ purpose: 'visit', origin: 'registered', address }))
}

/**
 * The address of a control page: same host, same first folder and same file extension, and a name that cannot exist,
 * because it is made of the run's token. How it is answered shows how the host says "not found" (DESIGN §5.4).
 */
export function controlAddress(address: Address, token: string): Address {
  const url = new URL(address)
  const parts = url.pathname.split('/')
  const name = parts.at(-1) ?? ''
  const folder = parts.length > 2 ? `/${parts[1]}/` : '/'
  const extension = /\.[a-z0-9]{1,6}$/i.exec(name)?.[0] ?? '.html'
  const control = toAddress(`${url.origin}${folder}portal-audit-${token}${extension}`)
  if (control === null) throw new Error(`No control address for ${address}.`)
  return control
}
