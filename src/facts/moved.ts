import { type Address, hostNameOf } from '../core/address.ts'
import type { Step } from './route.ts'
import { isInside, isSamePlace } from './same-place.ts'

/** Redirects that say “for good” (RFC 9110 §15.4.2, §15.4.9). */
const PERMANENT: ReadonlySet<number> = new Set([301, 308])
const MOBILE = /^(?:m|wap|mobile|3g)\./i

const withoutPort = (address: Address): Address =>
  address.replace(/^(https?:\/\/[^/]*?):\d+(?=\/)/, '$1') as Address

/** Whether a redirect leads elsewhere: not to what a folder opens with, another port or ending, or a site for telephones. */
const isMove = ({ from, to }: Step): boolean =>
  !isInside(from, to) && !isSamePlace(withoutPort(from), withoutPort(to)) && !MOBILE.test(hostNameOf(to))

/**
 * The first step of a route by which a server says that the address has moved for good; null when it says no such
 * thing. What comes behind a temporary redirect or a page's own jump says nothing about the address itself.
 */
export function moveOf(route: readonly Step[]): Step | null {
  for (const step of route) {
    if (step.courtesy || step.by === 'frame') continue
    if (step.status === null || !PERMANENT.has(step.status)) return null
    if (isMove(step)) return step
  }
  return null
}
