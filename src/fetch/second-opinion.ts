import pLimit from 'p-limit'
import { type Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from 'undici'
import type { Address } from '../core/address.ts'
import type { Answer } from '../core/observation.ts'
import type { FetchOptions } from './options.ts'

/** Asks an independent engine about one address. */
export interface SecondOpinion {
  ask(address: Address): Promise<Extract<Answer, { kind: 'opinion' }>>
  close(): void
}

/** linkinator asks a link only when it is told so; it is told so for the one address. */
const ENGINE = 'linkinator'
/** linkinator opens as many connections as it finds links, so that it gets one address at a time, and few at once. */
const AT_ONCE = 4

const works = (state: string | undefined, status: number): boolean | null => {
  if (state === 'OK') return true
  return status === 404 || status === 410 || status === 0 ? false : null
}

/**
 * linkinator as a second opinion (DESIGN §5.3). It asks by the global `fetch`, so that our connections (resolve rules,
 * guard) are made its own while this is open. Only 404, 410 and no connection at all count as "broken" here.
 */
export function secondOpinion(dispatcher: Dispatcher, options: FetchOptions): SecondOpinion {
  const limit = pLimit(AT_ONCE)
  const before = getGlobalDispatcher()
  setGlobalDispatcher(dispatcher)
  return {
    ask: (address) =>
      limit(async () => {
        const { LinkChecker } = await import('linkinator')
        const result = await new LinkChecker()
          .check({
            path: address,
            recurse: false,
            concurrency: 1,
            timeout: options.timeouts.headers,
            userAgent: options.userAgent,
            linksToSkip: async (link) => link !== address,
          })
          .catch(() => null)
        const link = result?.links.find((one) => one.state !== 'SKIPPED')
        const status = link?.status ?? 0
        return {
          kind: 'opinion',
          engine: ENGINE,
          works: link === undefined ? null : works(link.state, status),
          status: status === 0 ? null : status,
        }
      }),
    close: () => setGlobalDispatcher(before),
  }
}
