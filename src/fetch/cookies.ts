/** Cookies of one redirect chain: sent back to the host that set them, and forgotten with the chain. */
export interface CookieJar {
  store(host: string, setCookie: readonly string[]): void
  header(host: string): string | null
}

/** An empty jar. */
export function cookieJar(): CookieJar {
  const hosts = new Map<string, Map<string, string>>()
  return {
    store: (host, setCookie) => {
      const cookies = hosts.get(host) ?? new Map<string, string>()
      for (const line of setCookie) {
        const [pair = ''] = line.split(';')
        const cut = pair.indexOf('=')
        if (cut > 0) cookies.set(pair.slice(0, cut).trim(), pair.slice(cut + 1).trim())
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
