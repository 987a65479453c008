import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js'

/**
 * What kind of IP address it is: `public`: anybody can reach it; `inside`: private, loopback, link-local, multicast,
 * reserved or otherwise not public; `secret`: there a cloud tells its machines what nobody else may know.
 */
export type Standing = 'public' | 'inside' | 'secret'

/** Metadata services: AWS, Azure, Google, Huawei; AWS containers; Tencent; Alibaba; Azure's wire server; Oracle; IPv6. */
const SECRET: ReadonlySet<string> = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.0.23',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
])

const four = (high: number, low: number): IPv4 =>
  new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff])

const areZero = (parts: readonly number[]): boolean => parts.every((part) => part === 0)

/** 64:ff9b::/96 (RFC 6052): how networks without IPv4 reach public hosts. */
const isTranslation = ({ parts }: IPv6): boolean =>
  parts[0] === 0x64 && parts[1] === 0xff9b && areZero(parts.slice(2, 6))

/**
 * The IPv4 address inside an IPv6 one: mapped and compatible (RFC 4291 §2.5.5), translated (RFC 6052, RFC 7915), 6to4
 * (RFC 3056), ISATAP (RFC 5214). Null for none.
 */
function innerAddress(six: IPv6): IPv4 | null {
  const [a = 0, b = 0, c = 0, , e = 0, f = 0, g = 0, h = 0] = six.parts
  const isMapped = areZero(six.parts.slice(0, 4)) && ((e === 0 && (f === 0 || f === 0xffff)) || e === 0xffff)
  const isIsatap = (e === 0 || e === 0x200) && f === 0x5efe
  if (isMapped || isIsatap || isTranslation(six)) return four(g, h)
  return a === 0x2002 ? four(b, c) : null
}

/** 2000::/3 is all that was ever given out for public use (RFC 4291 §2.4). */
const isGlobal = (six: IPv6): boolean => (six.parts[0] ?? 0) >> 13 === 1 && six.range() === 'unicast'

function standingOfFour(address: IPv4): Standing {
  if (SECRET.has(address.toString())) return 'secret'
  return address.range() === 'unicast' ? 'public' : 'inside'
}

function standingOfSix(address: IPv6): Standing {
  const six = new ipaddr.IPv6(address.parts)
  if (SECRET.has(six.toString())) return 'secret'
  const inner = innerAddress(six)
  const within = inner === null ? 'public' : standingOfFour(inner)
  const isReachable = isGlobal(six) || six.isIPv4MappedAddress() || isTranslation(six)
  return within !== 'public' || isReachable ? within : 'inside'
}

/** What kind of address an IP address is, in any spelling and without brackets; what is none is `inside`. */
export function standingOf(address: string): Standing {
  if (!ipaddr.isValid(address)) return 'inside'
  const parsed = ipaddr.parse(address)
  return parsed instanceof ipaddr.IPv6 ? standingOfSix(parsed) : standingOfFour(parsed)
}
