import ipaddr from 'ipaddr.js'

/** Whether an IP address (no brackets) is anything but a public unicast one, also inside IPv4-mapped IPv6. */
export function isForbidden(address: string): boolean {
  if (!ipaddr.isValid(address)) return true
  return ipaddr.process(address).range() !== 'unicast'
}

/** What a connection to an address that is not asked (private, loopback, link-local, metadata, reserved) fails with. */
export const forbiddenAddress = (address: string): Error =>
  Object.assign(new Error(`${address} is not a public address`), { code: 'FORBIDDEN_ADDRESS' })
