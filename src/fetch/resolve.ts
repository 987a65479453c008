import { isIP } from 'node:net'
import { hostNameOf, toAddress } from '../core/address.ts'
import { EXIT, InputError } from '../core/errors.ts'

/** Where a host's requests go instead of where DNS says. `target: null` = the host does not exist. */
export interface ResolveRule {
  /** Host name in canonical form (lower case, punycode); with `wildcard` every host below it. */
  readonly host: string
  readonly wildcard: boolean
  readonly target: { readonly address: string; readonly port: number } | null
}

const EXPECTED =
  '应为 HOST=ADDR:PORT，如 *.gov.example=127.0.0.1:8080 / expected HOST=ADDR:PORT, such as *.gov.example=127.0.0.1:8080 (an IPv6 address in brackets), or HOST=- for a host that does not exist.'

const FORM = /^(\*\.)?([^\s=:/*?#@[\]]+)=(?:(-)|(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5}))$/

const canonicalHost = (host: string): string | null => {
  const address = toAddress(`http://${host}/`)
  return address === null ? null : hostNameOf(address)
}

const targetOf = (address: string | undefined, family: 4 | 6, port: number): ResolveRule['target'] =>
  address !== undefined && isIP(address) === family && port >= 1 && port <= 65_535 ? { address, port } : null

/**
 * Reads `HOST=ADDR:PORT` (the host may start with `*.`, an IPv6 address stands in brackets) or `HOST=-`.
 * Throws {@link InputError} (usage) for anything else.
 */
export function parseResolveRule(text: string): ResolveRule {
  const [, star, named, none, six, four, port] = FORM.exec(text.trim()) ?? []
  const host = named === undefined ? null : canonicalHost(named)
  const target = targetOf(six ?? four, six === undefined ? 4 : 6, Number(port))
  if (host === null || (target === null && none === undefined)) {
    throw new InputError([{ file: '--resolve', message: `“${text}”: ${EXPECTED}` }], EXIT.usage)
  }
  return { host, wildcard: star !== undefined, target }
}

/** The rule for a host: an exact one before wildcards, of which the longest wins; of equals the first. Null for none. */
export function resolveRuleFor(host: string, rules: readonly ResolveRule[]): ResolveRule | null {
  const name = host.toLowerCase()
  const fits = (rule: ResolveRule): boolean =>
    rule.wildcard ? name.endsWith(`.${rule.host}`) : name === rule.host
  const found = rules
    .filter(fits)
    .sort((a, b) => Number(a.wildcard) - Number(b.wildcard) || b.host.length - a.host.length)
  return found[0] ?? null
}
