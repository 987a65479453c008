/** Cookies of one redirect chain: sent back to the host that set them, and forgotten with the chain. */
export interface CookieJar {
  /** Takes the values of an answer's Set-Cookie headers. */
  store(host: string, setCookie: readonly string[]): void
  /** The Cookie header for a host; null when it set none. */
  header(host: string): string | null
}

const isDeletion = (attributes: readonly string[]): boolean =>
  attributes.some((one) => /^\s*max-age\s*=\s*(?:0+|-\d+)\s*$/i.test(one))

/** An empty jar. */
export function cookieJar(): CookieJar {
  const hosts = new Map<string, Map<string, string>>()
  return {
    store: (host, setCookie) => {
      const cookies = hosts.get(host) ?? new Map<string, string>()
      for (const line of setCookie) {
        const [pair = '', ...attributes] = line.split(';')
        const cut = pair.indexOf('=')
        const name = pair.slice(0, cut).trim()
        if (cut <= 0 || name === '') continue
        if (isDeletion(attributes)) cookies.delete(name)
        else cookies.set(name, pair.slice(cut + 1).trim())
      }
      hosts.set(host, cookies)
    },
    header: (host) => {
      const cookies = hosts.get(host)
      if (cookies === undefined || cookies.size === 0) return null
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    },
  }
}
