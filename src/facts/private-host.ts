import ipaddr from 'ipaddr.js'

/** Ranges that nobody outside the house can reach (RFC 1918, 3927, 4193, 4291). */
const INSIDE: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'unspecified',
])
/** What IP addresses are written with; for other hosts the package would throw and catch an error, which takes long. */
const MAY_BE_IP = /^[\da-fx.]+$|:/i
const NAMES = /(?:^|\.)(?:localhost|local)$/i

/** Whether a host, as an address spells it, is the machine that asks: localhost, 127.…, ::1. */
export function isOwnMachine(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).range() === 'loopback' : /(?:^|\.)localhost$/i.test(bare)
}

/** Whether a host, as an address spells it, exists only on somebody's own network: 192.168.…, 10.…, localhost. */
export function isPrivateHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return MAY_BE_IP.test(bare) && ipaddr.isValid(bare)
    ? INSIDE.has(ipaddr.process(bare).range())
    : NAMES.test(bare)
}
