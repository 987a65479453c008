const OWN_SCHEME = /^[a-z][a-z\d+.-]*:/i
const OWN_HOST = /^[\\/]{2}/
/** Scheme and host of an address, as far as it has them. */
const ORIGIN = /^(?:[a-z][a-z\d+.-]*:)?(?:[\\/]{2}[^\\/?#]*)?/i
/** What does not count as a base (HTML §4.2.3). */
const NO_BASE = /^(?:data|javascript):|^$/i

/**
 * An address of a document whose base may itself be relative to another page's: both as one text, dots and all, for
 * whoever knows that page to resolve.
 */
export function underBase(base: string, address: string): string {
  const from = base.trim()
  if (NO_BASE.test(from) || OWN_SCHEME.test(address) || OWN_HOST.test(address)) return address
  const [origin = ''] = ORIGIN.exec(from) ?? []
  if (/^[\\/]/.test(address)) return origin + address
  if (/^(?:#|$)/.test(address)) return from.replace(/#.*$/s, '') + address
  const path = from.slice(origin.length).replace(/[?#].*$/s, '')
  const isBare = path === '' && OWN_HOST.test(origin.replace(OWN_SCHEME, ''))
  if (address.startsWith('?')) return origin + (isBare ? '/' : path) + address
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return origin + (isBare ? '/' : folder) + address
}
