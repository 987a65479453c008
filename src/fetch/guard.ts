import ipaddr from 'ipaddr.js'

/** An address that portal-audit does not ask: private, loopback, link-local, multicast, metadata, reserved. */
export class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS'
  constructor(address: string) {
    super(`${address} is not a public address`)
    this.name = 'ForbiddenAddress'
  }
}

/** Whether an IP address (no brackets) is anything but a public unicast one, also inside IPv4-mapped IPv6. */
export function isForbidden(address: string): boolean {
  if (!ipaddr.isValid(address)) return true
  return ipaddr.process(address).range() !== 'unicast'
}
