import type { Dispatcher } from 'undici'
import { request } from 'undici'
import type { Address } from '../core/address.ts'
import { type KeptBody, readBody } from './body.ts'
import { type Failure, failureOf } from './failures.ts'
import { locationBytes } from './location.ts'
import type { FetchOptions } from './options.ts'

/** What one GET brought, redirects not followed. */
export type Got =
  | {
      readonly kind: 'response'
      readonly status: number
      /** Lower-case names; several values joined with `, `. */
      readonly headers: Readonly<Record<string, string>>
      readonly setCookie: readonly string[]
      /** The Location header with its raw bytes percent-encoded; null when there is none. */
      readonly location: string | null
      readonly body: KeptBody
    }
  | ({ readonly kind: 'failure' } & Failure)

const PAGE = /^\s*(?:$|text\/|application\/(?:xhtml|xml|json|javascript))/i

const joined = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]): [string, string] => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const listOf = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** One GET. Faults of the world are values; anything thrown is ours. */
export async function get(
  address: Address,
  cookie: string | null,
  dispatcher: Dispatcher,
  options: FetchOptions,
): Promise<Got> {
  let phase: 'headers' | 'body' = 'headers'
  let location: string | null = null
  try {
    const answer = await request(address, {
      method: 'GET',
      dispatcher: dispatcher.compose(
        locationBytes((seen) => {
          location = seen
        }),
      ),
      headersTimeout: options.timeouts.headers,
      bodyTimeout: options.timeouts.body,
      signal: AbortSignal.timeout(options.timeouts.total),
      headers: {
        'user-agent': options.userAgent,
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
        ...(cookie === null ? {} : { cookie }),
      },
    })
    phase = 'body'
    const headers = joined(answer.headers)
    const isPage = PAGE.test(headers['content-type'] ?? '')
    const limit = isPage ? options.limits.body : options.limits.otherBody
    const body = await readBody(answer.body, headers['content-encoding'] ?? '', limit)
    const setCookie = listOf(answer.headers['set-cookie'])
    return { kind: 'response', status: answer.statusCode, headers, setCookie, location, body }
  } catch (fault) {
    const failure = failureOf(fault, phase)
    if (failure === null) throw fault
    return { kind: 'failure', ...failure }
  }
}
