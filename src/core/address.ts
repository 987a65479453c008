import { type Folder, plainAddress } from './plain-address.ts'
import { withEncodedQuery } from './query-encoding.ts'
import { isSecret, withoutNestedSecrets, withoutSessions } from './secrets.ts'

declare const addressBrand: unique symbol

/**
 * A canonical http(s) address: WHATWG-parsed, host in lower case, default port and fragment dropped,
 * unreserved characters decoded and escapes in upper case. Two spellings of one resource are one Address;
 * `/a?` is not `/a`: browsers ask for it with its empty query (RFC 3986 §6.2.3).
 */
export type Address = string & { readonly [addressBrand]: true }

/** Why a text is no address that can be asked for. */
export type MalformedReason = 'empty' | 'not-an-address' | 'not-http' | 'no-host' | 'credentials'

/** An address, or the reason why the text is none. */
export type ParsedAddress =
  | { readonly ok: true; readonly address: Address; readonly fragment: string }
  | { readonly ok: false; readonly reason: MalformedReason; readonly text: string }

const ESCAPE = /%[0-9a-f]{2}/gi
/** Escapes of unreserved characters (RFC 3986 §2.3), none of them behind a stray `%` that decoding would complete. */
const UNRESERVED = /(?<!%[0-9a-f]?)%(2D|2E|5F|7E|3\d|4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])/gi

/** Escapes in upper case, and none where none is needed. */
export const normaliseEscapes = (text: string): string =>
  text
    .replace(ESCAPE, (octet) => octet.toUpperCase())
    .replace(UNRESERVED, (octet) => String.fromCharCode(Number.parseInt(octet.slice(1), 16)))

/** White space that browsers cut off a link (URL Standard §4.4): other blanks, such as U+00A0, are part of it. */
const OUTER_SPACE = /^[\0- ]+|[\0- ]+$/g

/** An empty query, which `URL.search` does not tell from none. */
const EMPTY_QUERY = /^[^?#]*\?(?:#|$)/

/** The query with its `?`, also an empty one. */
const queryOf = ({ search, href }: URL): string => (search === '' && EMPTY_QUERY.test(href) ? '?' : search)

/** `URL.canParse` of Node 20 says no to `http://Guía.example` once it is compiled, so the constructor has to decide. */
function urlOf(text: string, base: string | undefined): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}

/**
 * Reads an address, absolute or relative to `base`, and brings it into canonical form.
 * Never throws: what cannot be requested comes back with its reason.
 */
export function parseAddress(text: string, base?: string): ParsedAddress {
  const trimmed = base === undefined ? text.trim() : text.replace(OUTER_SPACE, '')
  if (trimmed === '') return { ok: false, reason: 'empty', text }
  const url = urlOf(trimmed, base)
  if (url === null) return { ok: false, reason: 'not-an-address', text }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, reason: 'not-http', text }
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'credentials', text }
  const name = url.hostname.replace(/\.+$/, '')
  if (name === '') return { ok: false, reason: 'no-host', text }
  if (name !== url.hostname) url.hostname = name
  const path = normaliseEscapes(url.pathname).replaceAll('^', '%5E')
  const address = `${url.origin}${path}${normaliseEscapes(queryOf(url))}`
  return { ok: true, address: address as Address, fragment: url.hash }
}

/** The address in canonical form, or null when the text cannot be requested. */
export function toAddress(text: string, base?: string): Address | null {
  const parsed = parseAddress(text, base)
  return parsed.ok ? parsed.address : null
}

/** What `addressReader` answers: the parts of `ParsedAddress` that a link needs. */
export type LinkTarget =
  | { readonly ok: true; readonly address: Address; readonly fragment: string }
  | { readonly ok: false; readonly reason: MalformedReason }

const NOT_ASCII = /[^\u0000-\u007f]/

function folderOf(base: string): Folder | null {
  const parsed = parseAddress(base)
  if (!parsed.ok) return null
  const { origin } = new URL(parsed.address)
  const path = parsed.address.slice(origin.length).replace(/\?.*$/s, '')
  return { origin, path: path.slice(0, path.lastIndexOf('/') + 1) }
}

/**
 * Reads many addresses, relative to one base: as `parseAddress` does, and faster where they are plain. `charset`: of the
 * page that they stand on, in which browsers write their queries; asked for only where an address is not plain ASCII.
 */
export function addressReader(base: string, charset = (): string => 'utf-8'): (text: string) => LinkTarget {
  const folder = folderOf(base)
  return (text) => {
    const plain = folder === null ? null : plainAddress(text, folder)
    if (plain !== null) return { ok: true, address: plain as Address, fragment: '' }
    const written = NOT_ASCII.test(text) ? withEncodedQuery(text, charset()) : text
    const parsed = parseAddress(written, base)
    return parsed.ok
      ? { ok: true, address: parsed.address, fragment: parsed.fragment }
      : { ok: false, reason: parsed.reason }
  }
}

/** Scheme and host of an address: `http://www.gov.example:8080`. */
export const originOf = (address: Address): string => address.slice(0, pathStart(address))

/** Where the path starts, which a canonical address always has. */
export const pathStart = (address: Address): number => address.indexOf('/', address.indexOf('//') + 2)

/** Host name with its port when the port is not the default one. */
export const hostOf = (address: Address): string =>
  address.slice(address.indexOf('//') + 2, pathStart(address))

/** Host name without a port; an IPv6 address in brackets. */
export function hostNameOf(address: Address): string {
  const host = hostOf(address)
  const port = host.lastIndexOf(':')
  return port < 0 || host.endsWith(']') ? host : host.slice(0, port)
}

/** Where tokens stand: in a query, behind a semicolon, or in ASP.NET's `(S(…))`. */
const MAY_HOLD_TOKEN = /[?;]|\/\(/

/** Parameters that change from visit to visit, whatever they hold. */
const TIME = /^(?:_t|timestamp|_)(?:=|$)/i

/**
 * The address without what changes from visit to visit (session ids, tickets, SAML, codes, time stamps),
 * for fingerprints and for showing: DESIGN §4, "queries that carry tokens stripped".
 */
export function withoutTokens(address: Address): Address {
  if (!MAY_HOLD_TOKEN.test(address)) return address
  const [path = '', query = ''] = address.split(/\?(.*)/s, 2)
  if (address.endsWith('?') && query === '') return `${withoutSessions(path)}?` as Address
  const kept = query
    .split('&')
    .filter((parameter) => !isSecret(parameter) && !TIME.test(parameter))
    .map(withoutNestedSecrets)
    .join('&')
  const bare = withoutSessions(path)
  return (kept === '' ? bare : `${bare}?${kept}`) as Address
}
