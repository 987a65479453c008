import type { LinkChecker, LinkResult } from 'linkinator'
import type { Address } from '../core/address.ts'
import type { Answer, FailureReason } from '../core/observation.ts'
import { failureOf } from './failures.ts'
import { headerText } from './header-text.ts'
import { headersOnly } from './headers-only.ts'
import type { FetchOptions } from './options.ts'
import type { Dispatch } from './pools.ts'
import { throughDispatch } from './through-dispatch.ts'

/** What an independent engine says of an address. */
export type Opinion = Extract<Answer, { kind: 'opinion' }>

const ENGINE = 'linkinator'

const GONE: ReadonlySet<number> = new Set([404, 410])
const CERTAIN: ReadonlySet<FailureReason> = new Set(['name-not-found', 'connection-refused'])

/** Broken means what DESIGN §5.1 calls certain; blocks, server faults, time-outs and the like do not tell. */
function worksBy(link: LinkResult): boolean | null {
  if (link.state === 'OK') return true
  if (link.state !== 'BROKEN') return null
  const status = link.status ?? 0
  if (status !== 0) return GONE.has(status) ? false : null
  const reasons = (link.failureDetails ?? []).map((fault) => failureOf(fault, 'headers')?.reason)
  return reasons.length > 0 && reasons.every((one) => one !== undefined && CERTAIN.has(one)) ? false : null
}

/** linkinator's result for the page itself; links that it might find there are skipped and left out. */
async function check(
  checker: LinkChecker,
  href: string,
  options: Pick<FetchOptions, 'userAgent'>,
): Promise<LinkResult | null> {
  const result = await checker
    .check({
      path: href,
      recurse: false,
      userAgent: headerText(options.userAgent),
      linksToSkip: async (link) => link !== href,
    })
    .catch(() => null)
  return result?.links.find((link) => link.url === href && link.parent === undefined) ?? null
}

/**
 * Asks linkinator about one address (DESIGN §5.3), loading it when it is first needed. It makes one request after the
 * other, through `dispatch`, which paces them and limits their time. Never throws.
 */
export async function secondOpinion(
  address: Address,
  dispatch: Dispatch,
  options: Pick<FetchOptions, 'userAgent'>,
): Promise<Opinion> {
  const { LinkChecker } = await import('linkinator')
  const { href } = new URL(address)
  const link = await throughDispatch(headersOnly(dispatch), () => check(new LinkChecker(), href, options))
  const status = link?.status ?? 0
  return {
    kind: 'opinion',
    engine: ENGINE,
    works: link === null ? null : worksBy(link),
    status: status === 0 ? null : status,
  }
}
