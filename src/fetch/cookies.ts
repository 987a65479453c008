import type { Address } from '../core/address.ts'

/**
 * Cookies of one redirect chain: sent back to the very host that set them, whatever Domain they ask for, and forgotten
 * with the chain. Stricter than RFC 6265 where it lets hosts share.
 */
export interface CookieJar {
  /** Takes the values of an answer's Set-Cookie headers. */
  store(from: Address, setCookie: readonly string[]): void
  /** The Cookie header for an address; null when there is none for it. */
  header(to: Address): string | null
}

interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
  readonly isSecure: boolean
}

/** RFC 6265 §6.1: what browsers keep of a host, and bytes of a cookie. */
const MOST_COOKIES = 50
const LONGEST_COOKIE = 4096

/** RFC 6265 §4.1.1, and what browsers take beside it; none of it can end the header. */
const PAIR = /^([\x21-\x7e]+?)\s*=\s*([\x20-\x7e\x80-\xff]*)$/

/** A day before this one is the way to say "gone": nobody's clock is so wrong. */
const LONG_AGO = Date.UTC(2001, 0, 1)

const attributesOf = (parts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    parts.map((part): [string, string] => {
      const [name = '', value = ''] = part.split(/=(.*)/s, 2)
      return [name.trim().toLowerCase(), value.trim()]
    }),
  )

/** RFC 6265 §5.1.4: the folder of the path. */
const folderOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')))

/** RFC 6265 §5.1.4: the same path, or one below it. */
const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

/** RFC 6265 §5.1.3: a Domain that is not the host's own or above it makes the cookie void. */
function isForeign(host: string, domain: string | undefined): boolean {
  const wanted = domain?.replace(/^\./, '').toLowerCase() ?? ''
  return wanted !== '' && host !== wanted && !host.endsWith(`.${wanted}`)
}

function isGone(attributes: ReadonlyMap<string, string>): boolean {
  const age = attributes.get('max-age')
  if (age !== undefined && /^-?\d+$/.test(age)) return Number(age) <= 0
  return Date.parse(attributes.get('expires') ?? '') < LONG_AGO
}

/** An empty jar. */
export function cookieJar(): CookieJar {
  const hosts = new Map<string, Map<string, Cookie>>()

  const take = (cookies: Map<string, Cookie>, from: URL, line: string): void => {
    const [pair = '', ...parts] = line.slice(0, LONGEST_COOKIE).split(';')
    const [, name, value] = PAIR.exec(pair.trim()) ?? []
    const attributes = attributesOf(parts)
    const isSecure = attributes.has('secure')
    if (name === undefined || value === undefined) return
    if (isForeign(from.hostname, attributes.get('domain'))) return
    if (isSecure && from.protocol !== 'https:') return
    const wanted = attributes.get('path') ?? ''
    const path = wanted.startsWith('/') ? wanted : folderOf(from.pathname)
    const key = `${name} ${path}`
    if (isGone(attributes)) cookies.delete(key)
    else if (cookies.has(key) || cookies.size < MOST_COOKIES)
      cookies.set(key, { name, value, path, isSecure })
  }

  return {
    store: (from, setCookie) => {
      if (setCookie.length === 0) return
      const url = new URL(from)
      const cookies = hosts.get(url.host) ?? new Map<string, Cookie>()
      for (const line of setCookie) take(cookies, url, line)
      hosts.set(url.host, cookies)
    },
    header: (to) => {
      if (hosts.size === 0) return null
      const { host, pathname, protocol } = new URL(to)
      const sent = [...(hosts.get(host)?.values() ?? [])]
        .filter((one) => isBelow(pathname, one.path) && (!one.isSecure || protocol === 'https:'))
        .sort((a, b) => b.path.length - a.path.length)
      return sent.length === 0 ? null : sent.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
  }
}
