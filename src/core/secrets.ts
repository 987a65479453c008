/** Parameters that let whoever has them in, whatever they hold. */
const SECRET =
  /^(?:.*(?:session|token|ticket|saml|nonce|signature|passw).*|jsessionid|phpsessid|pwd|secret|client_secret|(?:api|access)_?key|authorization)$/i
/** Parameters that may, or may number a column (`list.jsp?code=0102`). */
const MAYBE_SECRET = /^(?:sid|code|state)$/i
/** Codes that a sign-on hands out are at least so long (RFC 6749 §10.10 asks for 128 bits). */
const SHORTEST_SECRET = 16

/** Whether a parameter of a query (`ticket=ST-1`) may let somebody in: session ids, tickets, SAML, codes, passwords. */
export function isSecret(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=', 2)
  return SECRET.test(name) || (MAYBE_SECRET.test(name) && value.length >= SHORTEST_SECRET)
}

/** Sessions in a path: those of Java and PHP behind a semicolon, and ASP.NET's `(S(…))` as a folder. */
const SESSION_IN_PATH =
  /;(?:jsessionid|phpsessid|sessionid|sid)=[^/;?#\s"'<>]*|\/\((?:[AFS]\([\w-]+\))+\)(?=\/)/gi

/** A path without session ids. */
export const withoutSessions = (path: string): string => path.replace(SESSION_IN_PATH, '')

/** A query, a fragment that is written like one, or what stands behind a second question mark. */
const PARAMETERS = /([?#])([^?#\s"'<>]*)/g
/** User and password before a host. */
const USER = /(\/\/|\\\\)[^/\\?#\s@]+@/g
/** How deep addresses in parameters of addresses are looked into. */
const DEEPEST = 3

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** What a value has that is an address with parameters or a session, escaped or not. */
const ADDRESS_WITHIN = /[?#;@(]|%(?:25)*(?:3F|23|3B|40|28)/i

/** A parameter whose value may itself be an address. */
function cleaned(parameter: string, depth: number): string {
  const cut = parameter.indexOf('=')
  const isDeeper = cut >= 0 && depth < DEEPEST && ADDRESS_WITHIN.test(parameter)
  const value = isDeeper ? decoded(parameter.slice(cut + 1)) : null
  if (value === null) return parameter
  const bare = clean(value, depth + 1)
  return bare === value ? parameter : `${parameter.slice(0, cut + 1)}${encodeURIComponent(bare)}`
}

const clean = (text: string, depth: number): string =>
  withoutSessions(text)
    .replace(USER, '$1')
    .replace(PARAMETERS, (whole, mark: string, parameters: string) => {
      const all = parameters.split('&')
      const kept = all.filter((one) => !isSecret(one)).map((one) => cleaned(one, depth))
      if (kept.length === all.length && kept.every((one, at) => one === all[at])) return whole
      return kept.length === 0 ? '' : `${mark}${kept.join('&')}`
    })

/** A parameter without what would let its reader in, where its value is itself an address. */
export const withoutNestedSecrets = (parameter: string): string => cleaned(parameter, 0)

/**
 * A text that is an address or holds some (a Location header) without what would let its reader in: parameters that are
 * session ids, tickets, codes or passwords, also in addresses that parameters hold, session ids in paths, and user names
 * with passwords. Everything else stays as it is, byte for byte.
 */
export const withoutSecrets = (text: string): string => clean(text, 0)
