import robotsParser from 'robots-parser'
import { type Address, originOf } from '../core/address.ts'
import { followRedirects, type GetOne } from './redirects.ts'

/** Whether robots.txt lets us ask for an address that was found by following a link. */
export type MayAsk = (address: Address) => Promise<boolean>

type Rules = (address: Address) => boolean

/** The package's types name an export that its CommonJS file does not have. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default

const PRODUCT = 'portal-audit'
/** RFC 9309 §2.3.1.2: at least five consecutive redirects are followed. */
const REDIRECTS = 5

async function rulesAt(robots: Address, get: GetOne): Promise<Rules> {
  const { end } = await followRedirects(robots, REDIRECTS, get)
  if (end.kind === 'failure') return () => true
  if (end.got.status >= 500) return () => false
  if (end.got.status !== 200) return () => true
  const rules = parseRobots(robots, new TextDecoder().decode(end.got.body.bytes))
  return (address) => rules.isAllowed(address, PRODUCT) !== false
}

/**
 * robots.txt, read once per origin. As RFC 9309 §2.3.1 says: an answer of 4xx allows everything, 5xx nothing. A host
 * that cannot be reached is left to the request itself, which then tells why.
 */
export function robotsOf(get: GetOne): MayAsk {
  const known = new Map<string, Promise<Rules>>()
  return async (address) => {
    const origin = originOf(address)
    const rules = known.get(origin) ?? rulesAt(`${origin}/robots.txt` as Address, get)
    known.set(origin, rules)
    return (await rules)(address)
  }
}
