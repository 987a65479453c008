import { type Address, toAddress } from '../core/address.ts'
import type { FailureReason, Hop, Tls } from '../core/observation.ts'
import { withoutSecrets } from '../core/secrets.ts'
import { cookieJar } from './cookies.ts'
import type { Failure } from './failures.ts'
import type { Got, GotResponse } from './request.ts'

/** Where a chain of redirects ended. */
export interface Followed {
  readonly hops: readonly Hop[]
  readonly end:
    | {
        readonly kind: 'response'
        readonly address: Address
        readonly got: GotResponse
        /** The first connection on the way that is not to be trusted. */
        readonly tls?: Tls
      }
    | ({ readonly kind: 'failure' } & Failure)
}

/** One GET of one address, with the cookies that the chain holds for its host. */
export type GetOne = (address: Address, cookie: string | null) => Promise<Got>

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** How much of a Location header that leads nowhere is kept in the failure's message. */
const SHOWN = 200

/**
 * Follows redirects, recording each hop. Cookies are kept within the chain, so that a redirect to itself is called a
 * loop only after it was tried with the cookie that it set (DESIGN §5.2). Behind a connection that is not to be trusted
 * only an answer counts: where none comes, that connection is what failed.
 */
export async function followRedirects(start: Address, limit: number, get: GetOne): Promise<Followed> {
  const jar = cookieJar()
  const hops: Hop[] = []
  const asked = new Set<string>()
  let untrusted: { readonly hops: readonly Hop[]; readonly tls: Tls } | null = null
  const end = (failure: Failure): Followed => {
    if (untrusted === null) return { hops, end: { kind: 'failure', ...failure } }
    const { tls } = untrusted
    const end = { kind: 'failure', reason: 'tls-fault', message: tls.code, tls } as const
    return { hops: untrusted.hops, end }
  }
  const fail = (reason: FailureReason, message: string): Followed => end({ reason, message })
  for (let address = start; ; ) {
    const cookie = jar.header(address)
    const question = `${address} ${cookie ?? ''}`
    if (asked.has(question)) return fail('redirect-loop', 'the redirects go round in a circle')
    if (hops.length > limit) return fail('too-many-redirects', `more than ${limit} redirects`)
    asked.add(question)
    const got = await get(address, cookie)
    if (got.kind === 'failure') return end(got)
    if (got.tls !== undefined) untrusted ??= { hops: [...hops], tls: got.tls }
    const { location } = got
    if (!REDIRECTS.has(got.status) || location === null) {
      const tls = untrusted === null ? {} : { tls: untrusted.tls }
      return { hops, end: { kind: 'response', address, got, ...tls } }
    }
    jar.store(address, got.setCookie)
    hops.push({ address, status: got.status, location })
    const next = toAddress(location, address)
    if (next === null)
      return fail('malformed-redirect', `Location: ${withoutSecrets(location).slice(0, SHOWN)}`)
    address = next
  }
}
