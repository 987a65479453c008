import type { Dispatcher } from 'undici'
import { request } from 'undici'
import type { Address } from '../core/address.ts'
import { type KeptBody, readBody } from './body.ts'
import { type Failure, failureOf } from './failures.ts'
import { headerText } from './header-text.ts'
import { locationText } from './location.ts'
import { isPageType } from './media-type.ts'
import type { FetchOptions } from './options.ts'

/** What one GET brought, redirects not followed. */
export type Got =
  | {
      readonly kind: 'response'
      readonly status: number
      /** Lower-case names; several values joined with `, `. */
      readonly headers: Readonly<Record<string, string>>
      readonly setCookie: readonly string[]
      /** The Location header with what is not ASCII percent-encoded; null when there is none. */
      readonly location: string | null
      readonly body: KeptBody
    }
  | ({ readonly kind: 'failure' } & Failure)

type RawHeaders = Readonly<Record<string, string | string[] | undefined>>

const listOf = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const joined = (headers: RawHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]): [string, string] => [name.toLowerCase(), listOf(value).join(', ')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** One GET. Faults of the world are values; anything thrown is ours. */
export async function get(
  address: Address,
  cookie: string | null,
  dispatcher: Dispatcher,
  options: Pick<FetchOptions, 'timeouts' | 'limits' | 'userAgent'>,
): Promise<Got> {
  let phase: 'headers' | 'body' = 'headers'
  try {
    const answer = await request(address, {
      method: 'GET',
      dispatcher,
      headersTimeout: options.timeouts.headers,
      bodyTimeout: options.timeouts.body,
      signal: AbortSignal.timeout(options.timeouts.total),
      headers: {
        'user-agent': headerText(options.userAgent),
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        ...(cookie === null ? {} : { cookie }),
      },
    })
    phase = 'body'
    const headers = joined(answer.headers)
    const { body: pageLimit, otherBody } = options.limits
    const limit = isPageType(headers['content-type'] ?? '') ? pageLimit : otherBody
    const body = await readBody(answer.body, headers['content-encoding'] ?? '', limit)
    const [location] = listOf(answer.headers.location)
    return {
      kind: 'response',
      status: answer.statusCode,
      headers,
      setCookie: listOf(answer.headers['set-cookie']),
      location: location === undefined ? null : locationText(location),
      body,
    }
  } catch (fault) {
    const failure = failureOf(fault, phase)
    if (failure === null) throw fault
    return { kind: 'failure', ...failure }
  }
}
