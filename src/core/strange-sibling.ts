import { type Address, hostNameOf, toAddress } from './address.ts'

const nameOf = (token: string): string => `portal-audit-${token}`

/** The name behind which a host stands: `sh.gov.cn` of `www.sh.gov.cn`; null for IP addresses and names of one part. */
export function parentName(host: string): string | null {
  const dot = host.indexOf('.')
  const isAddress = host.startsWith('[') || /^[\d.]+$/.test(host)
  return dot < 0 || isAddress ? null : host.slice(dot + 1)
}

/**
 * A host beside that of an address that cannot exist, because it is made of the run's token: what a name server says of it
 * shows whether it can say "no such name" at all. Null where a host has no siblings.
 */
export function strangeSibling(address: Address, token: string): Address | null {
  const parent = parentName(hostNameOf(address))
  return parent === null ? null : toAddress(`http://${nameOf(token)}.${parent}/`)
}

/** Domains that nobody has registered. */
export const strangeDomains = (token: string): readonly Address[] =>
  ['com', 'cn'].flatMap((ending) => toAddress(`http://${nameOf(token)}.${ending}/`) ?? [])
