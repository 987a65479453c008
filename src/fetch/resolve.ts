import { isIP } from 'node:net'
import { EXIT, InputError } from '../core/errors.ts'

/** Where a host's requests go instead of where DNS says. `target: null` = the host does not exist. */
export interface ResolveRule {
  /** Host name in lower case; with `wildcard` every host below it. */
  readonly host: string
  readonly wildcard: boolean
  readonly target: { readonly address: string; readonly port: number } | null
}

const EXPECTED =
  '应为 HOST=ADDR:PORT，如 *.gov.example=127.0.0.1:8080 / expected HOST=ADDR:PORT, such as *.gov.example=127.0.0.1:8080, or HOST=- for a host that does not exist.'

/**
 * Reads `HOST=ADDR:PORT` (the host may start with `*.`, an IPv6 address stands in brackets) or `HOST=-`.
 * Throws {@link InputError} (usage) for anything else.
 */
export function parseResolveRule(text: string): ResolveRule {
  const match = /^(\*\.)?([a-z0-9.-]+)=(?:(-)|(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5}))$/i.exec(text.trim())
  const [, star, host, none, v6, v4, port] = match ?? []
  const address = v6 ?? v4
  if (host !== undefined && none !== undefined) {
    return { host: host.toLowerCase(), wildcard: star !== undefined, target: null }
  }
  const number = Number(port)
  if (host === undefined || address === undefined || isIP(address) === 0 || number < 1 || number > 65_535) {
    throw new InputError([{ file: '--resolve', message: `“${text}”: ${EXPECTED}` }], EXIT.usage)
  }
  return { host: host.toLowerCase(), wildcard: star !== undefined, target: { address, port: number } }
}

/** The rule for a host: an exact one before wildcards, of which the longest wins. Null when none fits. */
export function resolveRuleFor(host: string, rules: readonly ResolveRule[]): ResolveRule | null {
  const name = host.toLowerCase()
  const fits = (rule: ResolveRule): boolean =>
    rule.wildcard ? name.endsWith(`.${rule.host}`) : name === rule.host
  const found = rules
    .filter(fits)
    .sort((a, b) => Number(a.wildcard) - Number(b.wildcard) || b.host.length - a.host.length)
  return found[0] ?? null
}
