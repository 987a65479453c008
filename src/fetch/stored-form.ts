import { type Address, toAddress } from '../core/address.ts'
import type { Hop } from '../core/observation.ts'
import { withoutSecrets } from '../core/secrets.ts'
import type { GotResponse } from './request.ts'

/** Headers that hold addresses. */
const WITH_ADDRESSES: ReadonlySet<string> = new Set(['location', 'content-location', 'refresh', 'link'])
/** Headers of most answers, in which nothing is secret. */
const PLAIN: ReadonlySet<string> = new Set([
  ...[
    'cache-control',
    'connection',
    'content-length',
    'content-type',
    'date',
    'etag',
    'expires',
    'keep-alive',
  ],
  ...['last-modified', 'server', 'transfer-encoding', 'vary'],
])
/** Headers whose value is a secret by their name. */
const SECRET_NAME = /token|session|ticket|authorization/

/** A Set-Cookie header without the cookie's value: its name and attributes say what a reader needs. */
const withoutValue = (setCookie: string): string => setCookie.replace(/^([^=;]*=)[^;]*/, '$1')

/** An address that was reached, as it is stored; the one that was asked for stays as it is. */
export function storedAddress(address: Address, asked: Address): Address {
  return address === asked ? address : (toAddress(withoutSecrets(address)) ?? address)
}

/** Redirects as they are stored. */
export const storedHops = (hops: readonly Hop[], asked: Address): readonly Hop[] =>
  hops.map(({ address, status, location }) => ({
    address: storedAddress(address, asked),
    status,
    location: withoutSecrets(location),
  }))

function storedValue(name: string, value: string, setCookie: readonly string[]): string {
  if (PLAIN.has(name)) return value
  if (name === 'set-cookie') return setCookie.map(withoutValue).join(', ')
  if (SECRET_NAME.test(name)) return ''
  return WITH_ADDRESSES.has(name) ? withoutSecrets(value) : value
}

/** So few names that going through them again and again takes less than what `sort` sets up. */
const FEW = 24

function inOrder(names: string[]): readonly string[] {
  if (names.length > FEW) return names.sort()
  for (let end = 1; end < names.length; end += 1) {
    const name = names[end] ?? ''
    let at = end
    for (; at > 0 && (names[at - 1] ?? '') > name; at -= 1) names[at] = names[at - 1] ?? ''
    names[at] = name
  }
  return names
}

/** Headers as they are stored: in the order of their names, without what would let a reader of the store in anywhere. */
export function storedHeaders({ headers, setCookie }: GotResponse): Readonly<Record<string, string>> {
  const stored: Record<string, string> = {}
  for (const name of inOrder(Object.keys(headers))) {
    stored[name] = storedValue(name, headers[name] ?? '', setCookie)
  }
  return stored
}
