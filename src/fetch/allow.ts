import ipaddr from 'ipaddr.js'
import { hostNameOf, toAddress } from '../core/address.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { FetchOptions } from './options.ts'

/** A part of the city's own network that may be asked although it is not public. */
export type AllowRule =
  | { readonly kind: 'network'; readonly address: string; readonly bits: number }
  /** Host name in canonical form (lower case, punycode); with `wildcard` every host below it. */
  | { readonly kind: 'host'; readonly host: string; readonly wildcard: boolean }

const EXPECTED =
  '应为网段、IP 地址或域名，如 10.1.0.0/16、oa.example.gov.cn、*.oa.example.gov.cn / expected a network, an IP address or a host, such as 10.1.0.0/16, oa.example.gov.cn or *.oa.example.gov.cn.'

const HOST = /^(\*\.)?([^\s:/*?#@[\]]+)$/

function networkIn(text: string): AllowRule | null {
  if (ipaddr.isValidCIDR(text)) {
    const [address, bits] = ipaddr.parseCIDR(text)
    return { kind: 'network', address: address.toString(), bits }
  }
  if (!ipaddr.IPv6.isValid(text) && !ipaddr.IPv4.isValidFourPartDecimal(text)) return null
  const address = ipaddr.parse(text)
  return { kind: 'network', address: address.toString(), bits: address.kind() === 'ipv4' ? 32 : 128 }
}

function hostIn(text: string): AllowRule | null {
  const [, star, named] = HOST.exec(text) ?? []
  const address = named === undefined ? null : toAddress(`http://${named}/`)
  const host = address === null ? null : hostNameOf(address)
  return host === null || ipaddr.isValid(host) ? null : { kind: 'host', host, wildcard: star !== undefined }
}

/**
 * Reads a network (`10.1.0.0/16`), an IP address or a host, which may start with `*.`. Throws {@link InputError} (usage)
 * for anything else.
 */
export function parseAllowRule(text: string): AllowRule {
  const trimmed = text.trim()
  const rule = networkIn(trimmed) ?? hostIn(trimmed)
  if (rule === null) {
    throw new InputError([{ file: 'fetch.allow', message: `“${text}”: ${EXPECTED}` }], EXIT.usage)
  }
  return rule
}

function isIn(ip: string, { address, bits }: Extract<AllowRule, { kind: 'network' }>): boolean {
  const [one, network] = [ipaddr.process(ip), ipaddr.parse(address)]
  return one.kind() === network.kind() && one.match(network, bits)
}

/** Whether the rules open an address that is not public: by its network, or by the name of the host that has it. */
export const isAllowed = (ip: string, host: string, rules: FetchOptions['allow']): boolean =>
  rules.some((rule) => {
    if (rule.kind === 'network') return ipaddr.isValid(ip) && isIn(ip, rule)
    return rule.wildcard ? host.endsWith(`.${rule.host}`) : host === rule.host
  })
