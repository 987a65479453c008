import { hostNameOf } from '../core/address.ts'
import { withoutSecrets } from '../core/secrets.ts'
import type { Link, Page } from './page.ts'
import { isPrivateHost } from './private-host.ts'

/**
 * Why nobody can follow a link, whatever stands behind it: `local-file`: a file on somebody's own computer;
 * `private-address`: a host of somebody's own network; `broken-scheme`: http:// twice or misspelt; `no-host`: nothing
 * after it; `bad-host`: a host that cannot be one.
 */
export type Malformation = 'local-file' | 'private-address' | 'broken-scheme' | 'no-host' | 'bad-host'

/** A link that is broken by construction. */
export interface MalformedLink {
  readonly kind: Malformation
  /** As written, without what would let its reader in. */
  readonly href: string
  readonly text: string
}

/** What a script is still to fill in. */
const PLACEHOLDER = /\{\{|\$\{|#\{|<%|\[%|\{[\w.]+\}/
const LOCAL_FILE = /^file:|^[a-z][:|][\\/]|^https?:[\\/]*[a-z][:|][\\/]|^[^?#]*[\\/][a-z][:|]\\/i
const DOUBLED = /^https?:[\\/]*https?(?::|[\\/]{2})/i
const MISSPELT =
  /^(?:https?[\\/]{2}|https?[;；：,，.][\\/]{1,2}|(?!https?:)(?:h{1,2}t{1,3}p{1,2}s{0,2}|ttps?|hptts?):[\\/]{2})/i
const WITH_HOST = /^(?:https?:)?[\\/]{2}/i
const ONLY_SCHEME = /^(?:https?:)?[\\/]*$/i
const SLASHES = /^https?:[\\/]{3}/i
const UNC = /^\\\\/
/** Links that say themselves that they are meant for those inside. */
const FOR_INSIDERS = /内网|内部|专网|政务外网|办公(?:网|系统|平台)|\bOA\b|VPN|intranet/i

/** What makes a link one that nobody can follow; null where a browser finds its way, also by mending it in silence. */
export function malformationOf(
  { href, target, text }: Pick<Link, 'href' | 'target' | 'text'>,
  page: Pick<Page, 'address'>,
): Malformation | null {
  const written = href.replace(/[\t\r\n]/g, '').trim()
  if (PLACEHOLDER.test(written)) return null
  if (LOCAL_FILE.test(written)) return 'local-file'
  if (DOUBLED.test(written) || MISSPELT.test(written)) return 'broken-scheme'
  if (!target.ok) {
    if (!WITH_HOST.test(written) || target.reason === 'credentials') return null
    return ONLY_SCHEME.test(written) ? 'no-host' : 'bad-host'
  }
  const host = hostNameOf(target.address)
  const isBare = !host.includes('.') && !host.includes(':')
  if (UNC.test(written) && isBare) return 'local-file'
  if (SLASHES.test(written) && isBare && host !== 'localhost') return 'no-host'
  const isInside = isPrivateHost(host) && !isPrivateHost(hostNameOf(page.address))
  return isInside && !FOR_INSIDERS.test(text) ? 'private-address' : null
}

const isOfList = ({ text }: Link, page: Page): boolean => {
  const start = text.replace(/(?:…|\.{2,})$/, '')
  return page.listing.kind === 'entries' && page.listing.entries.some(({ title }) => title.startsWith(start))
}

/**
 * The links of a page that nobody can follow, each once. A link without words is not known to be seen. `list`: only
 * entries of the main list, for a page whose frame is somebody else's.
 */
export function malformedLinksOf(page: Page, scope: 'page' | 'list'): readonly MalformedLink[] {
  const once = new Map<string, MalformedLink>()
  for (const link of page.links) {
    if (link.text === '' || once.has(link.href) || (scope === 'list' && !isOfList(link, page))) continue
    const kind = malformationOf(link, page)
    if (kind !== null) once.set(link.href, { kind, href: withoutSecrets(link.href), text: link.text })
  }
  return [...once.values()]
}
