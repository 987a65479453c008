import { type Address, withoutTokens } from '../core/address.ts'

const FRONT_PAGE = /\/(?:index|default|main|home)\.(?:s?html?|jhtml|jspx?|php|aspx?|do|action)$/
const OF_SESSION = /;[^/]*/g

interface Place {
  readonly host: string
  readonly path: string
  readonly parameters: ReadonlySet<string>
}

/**
 * What an address names, without what servers add and mend: http or https, www., an index page, a last slash, doubled
 * slashes, upper case, the order of parameters, sessions and tickets.
 */
function placeOf(address: Address): Place {
  const url = new URL(withoutTokens(address))
  const port = url.port === '' ? '' : `:${url.port}`
  const path = url.pathname
    .replace(OF_SESSION, '')
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
  return {
    host: `${url.hostname.replace(/^www\./, '')}${port}`,
    path: path.replace(FRONT_PAGE, '').replace(/\/$/, ''),
    parameters: new Set(
      url.search
        .toLowerCase()
        .slice(1)
        .split('&')
        .filter((one) => one !== ''),
    ),
  }
}

const isBelow = (from: Place, to: Place): boolean =>
  from.host === to.host &&
  from.path === to.path &&
  [...from.parameters].every((parameter) => to.parameters.has(parameter))

/** Whether `to` is `from` again, perhaps with parameters that a server or a portal added. */
export const leadsToSamePlace = (from: Address, to: Address): boolean => isBelow(placeOf(from), placeOf(to))

/** Whether two addresses name one place, but for spelling. */
export function isSamePlace(one: Address, other: Address): boolean {
  const [a, b] = [placeOf(one), placeOf(other)]
  return isBelow(a, b) && isBelow(b, a)
}

/** The host that an address names, `www.` and letter case aside. */
export const siteOf = (address: Address): string => placeOf(address).host

/** Whether `to` stands inside the folder that `from` names, or is `from` with another ending: what a folder opens with. */
export function isInside(from: Address, to: Address): boolean {
  const [a, b] = [placeOf(from), placeOf(to)]
  if (a.host !== b.host || a.parameters.size > 0) return false
  const stem = (path: string): string => path.replace(/\.[a-z]{2,5}$/, '')
  return b.path.startsWith(`${a.path}/`) || stem(a.path) === stem(b.path)
}
