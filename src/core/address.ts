declare const addressBrand: unique symbol

/**
 * A canonical http(s) address: WHATWG-parsed, host in lower case, default port and fragment dropped,
 * unreserved characters decoded and escapes in upper case. Two spellings of one resource are one Address.
 */
export type Address = string & { readonly [addressBrand]: true }

/** Why a text is no address that can be asked for. */
export type MalformedReason = 'empty' | 'not-an-address' | 'not-http' | 'no-host' | 'credentials'

/** An address, or the reason why the text is none. */
export type ParsedAddress =
  | { readonly ok: true; readonly address: Address; readonly fragment: string }
  | { readonly ok: false; readonly reason: MalformedReason; readonly text: string }

const UNRESERVED = /%(2D|2E|5F|7E|3\d|4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])/g

const normaliseEscapes = (text: string): string =>
  text
    .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
    .replace(UNRESERVED, (octet) => String.fromCharCode(Number.parseInt(octet.slice(1), 16)))

/**
 * Reads an address, absolute or relative to `base`, and brings it into canonical form.
 * Never throws: what cannot be requested comes back with its reason.
 */
export function parseAddress(text: string, base?: string): ParsedAddress {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, reason: 'empty', text }
  if (!URL.canParse(trimmed, base)) return { ok: false, reason: 'not-an-address', text }
  const url = new URL(trimmed, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, reason: 'not-http', text }
  if (url.hostname === '') return { ok: false, reason: 'no-host', text }
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'credentials', text }
  const host = url.host.replace(/\.(?=:|$)/, '')
  const address = `${url.protocol}//${host}${normaliseEscapes(url.pathname)}${normaliseEscapes(url.search)}`
  return { ok: true, address: address as Address, fragment: url.hash }
}

/** The address in canonical form, or null when the text cannot be requested. */
export function toAddress(text: string, base?: string): Address | null {
  const parsed = parseAddress(text, base)
  return parsed.ok ? parsed.address : null
}

/** Host name with its port when the port is not the default one. */
export const hostOf = (address: Address): string => new URL(address).host

/** Host name without a port. */
export const hostNameOf = (address: Address): string => new URL(address).hostname

const TOKEN =
  /^(?:.*(?:session|token|ticket|saml|nonce|signature).*|sid|code|state|_t|timestamp|_|jsessionid|phpsessid)$/i

/**
 * The address without what changes from visit to visit (session ids, tickets, SAML, codes, time stamps),
 * for fingerprints and for showing: DESIGN §4, "queries that carry tokens stripped".
 */
export function withoutTokens(address: Address): Address {
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) if (TOKEN.test(name)) url.searchParams.delete(name)
  url.pathname = url.pathname.replace(/;jsessionid=[^/;]*/i, '')
  return toAddress(url.href) ?? address
}
