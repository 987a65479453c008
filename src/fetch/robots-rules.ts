import { normaliseEscapes } from '../core/address.ts'
import { globOf } from './robots-glob.ts'

/** What a robots.txt says to us. */
export interface RobotsRules {
  /** Whether a path with its query, as it stands in a canonical address, may be asked for. */
  isAllowed(path: string): boolean
  /** Milliseconds between two requests; 0 where it wants none. */
  readonly crawlDelay: number
}

interface Group {
  readonly names: string[]
  readonly rules: { readonly pattern: string; readonly allow: boolean }[]
  crawlDelay: number
  /** Whether its rules have begun, so that a further user-agent line begins another group. */
  isBegun: boolean
}

/** RFC 9309 §2.2.1: letters, `_` and `-`; whatever stands behind them is no part of the name. */
const TOKEN = /^[a-z_-]+/
/** RFC 9309 §2.5: at least so much is read. */
const MOST_BYTES = 500 * 1024

/**
 * The names by which a robots.txt may call us, in lower case: the product tokens of the User-Agent that we send, and our own.
 */
export const productTokens = (userAgent: string): ReadonlySet<string> =>
  new Set([
    'portal-audit',
    ...[...userAgent.toLowerCase().matchAll(/(?:^|[\s(;])([a-z_-]+)\/\d/g)].map(([, token = '']) => token),
    ...(TOKEN.exec(userAgent.toLowerCase()) ?? []),
  ])

/** Text that may be cut in the middle of a line loses that line. */
export function robotsText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)).replaceAll('\0', '')
  return bytes.length <= MOST_BYTES ? text : text.slice(0, Math.max(0, text.search(/[^\r\n]*$/)))
}

/** Characters that an address holds percent-encoded. */
const ABROAD = /[^\x21-\x7e]+/g

const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    return text
  }
}

/** A pattern written as canonical addresses are, so that both can be compared character by character. */
const canonical = (pattern: string): string => normaliseEscapes(pattern.replace(ABROAD, encoded))

const newGroup = (): Group => ({ names: [], rules: [], crawlDelay: 0, isBegun: false })

/** Groups of a robots.txt (RFC 9309 §2.2); lines that say something else, or nothing, end no group. */
function groupsIn(text: string): readonly Group[] {
  const groups: Group[] = []
  let group = newGroup()
  for (const line of text.replace(/^\uFEFF/, '').split(/[\r\n]+/)) {
    const [said = ''] = line.split('#', 1)
    const colon = said.indexOf(':')
    if (colon < 0) continue
    const key = said.slice(0, colon).trim().toLowerCase()
    const value = said.slice(colon + 1).trim()
    if (key === 'user-agent') {
      if (group.isBegun || groups.length === 0) {
        group = newGroup()
        groups.push(group)
      }
      group.names.push(value === '*' ? '*' : (TOKEN.exec(value.toLowerCase())?.[0] ?? ''))
    } else if (key === 'allow' || key === 'disallow') {
      group.isBegun = true
      if (value !== '') group.rules.push({ pattern: canonical(value), allow: key === 'allow' })
    } else if (key === 'crawl-delay') {
      group.isBegun = true
      const seconds = Number(value)
      if (value !== '' && seconds > 0) group.crawlDelay = Math.max(group.crawlDelay, seconds * 1000)
    }
  }
  return groups
}

/**
 * Reads a robots.txt as RFC 9309 §2.2 says: every group that names us, or else those for everybody; of the rules that
 * fit the longest counts, and of equals the one that allows. Crawl-delay, which the RFC does not know, is read too.
 */
export function readRobots(text: string, tokens: ReadonlySet<string>): RobotsRules {
  const groups = groupsIn(text)
  const ours = groups.filter(({ names }) => names.some((name) => tokens.has(name)))
  const heeded = ours.length > 0 ? ours : groups.filter(({ names }) => names.includes('*'))
  const rules = heeded
    .flatMap((group) => group.rules)
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow))
    .map(({ pattern, allow }) => ({ fits: globOf(pattern), allow }))
  return {
    isAllowed: (path) => path === '/robots.txt' || (rules.find(({ fits }) => fits(path))?.allow ?? true),
    crawlDelay: Math.max(0, ...heeded.map((group) => group.crawlDelay)),
  }
}
