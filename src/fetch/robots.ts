import robotsParser from 'robots-parser'
import { type Address, hostOf, toAddress } from '../core/address.ts'
import type { Got } from './request.ts'

/** Whether robots.txt lets us ask for an address that was found by following a link. */
export type MayAsk = (address: Address) => Promise<boolean>

/** The package's types name an export that its CommonJS file does not have. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default

const PRODUCT = 'portal-audit'

async function rulesOf(origin: string, get: (address: Address) => Promise<Got>): Promise<MayAskNow> {
  const at = toAddress(`${origin}/robots.txt`)
  if (at === null) return () => true
  const got = await get(at)
  if (got.kind === 'failure') return () => true
  if (got.status >= 500) return () => false
  if (got.status !== 200) return () => true
  const robots = parseRobots(at, new TextDecoder().decode(got.body.bytes))
  return (address) => robots.isAllowed(address, PRODUCT) !== false
}

type MayAskNow = (address: Address) => boolean

/**
 * robots.txt, read once per origin. As RFC 9309 §2.3.1 says: an answer of 4xx allows everything, 5xx nothing. A host
 * that cannot be reached is left to the request itself, which then tells why.
 */
export function robotsOf(get: (address: Address) => Promise<Got>): MayAsk {
  const known = new Map<string, Promise<MayAskNow>>()
  return async (address) => {
    const origin = `${new URL(address).protocol}//${hostOf(address)}`
    const rules = known.get(origin) ?? rulesOf(origin, get)
    known.set(origin, rules)
    return (await rules)(address)
  }
}
