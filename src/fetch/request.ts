import type { Dispatcher } from 'undici'
import type { Address } from '../core/address.ts'
import type { Probe } from '../core/probe.ts'
import { decompressed, type KeptBody } from './body.ts'
import { exchange, isExchangeFault, type RawHeaders } from './exchange.ts'
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

/** What is asked: one GET. */
export interface Question {
  readonly address: Address
  readonly cookie: string | null
  /** Of an earlier answer: 304 says that nothing has changed since. */
  readonly validators?: Probe['validators']
  /** `status`: the body is not wanted, and no more of it read than keeps the connection. */
  readonly wants?: Probe['wants']
}

/** A body of so many bytes is read to its end though nobody wants it, to keep the connection. */
const WORTH_READING = 16 * 1024

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** Headers in the order of their names, so that what is stored does not depend on the server's order. */
function joined(headers: RawHeaders): Readonly<Record<string, string>> {
  const result: Record<string, string> = {}
  for (const name of Object.keys(headers).sort()) result[name] = listOf(headers[name]).join(', ')
  return result
}

/** The headers that every request of a fetcher has, names and values in turns. */
export const commonHeaders = (userAgent: string): readonly string[] => [
  ...['user-agent', headerText(userAgent)],
  ...['accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
  ...['accept-language', 'zh-CN,zh;q=0.9,en;q=0.5'],
  ...['accept-encoding', 'gzip, deflate, br'],
]

function headersOf(common: readonly string[], { cookie, validators }: Question): readonly string[] {
  if (cookie === null && validators === undefined) return common
  return [
    ...common,
    ...(cookie === null ? [] : ['cookie', cookie]),
    ...(validators?.etag === undefined ? [] : ['if-none-match', validators.etag]),
    ...(validators?.lastModified === undefined ? [] : ['if-modified-since', validators.lastModified]),
  ]
}

/** One GET. Faults of the world are values; anything thrown is ours. `common`: see {@link commonHeaders}. */
export async function get(
  question: Question,
  dispatcher: Dispatcher,
  common: readonly string[],
  { timeouts, limits }: Pick<FetchOptions, 'timeouts' | 'limits'>,
): Promise<Got> {
  const limitFor = (headers: RawHeaders): number => {
    if (question.wants === 'status') return WORTH_READING
    const [type = ''] = listOf(headers['content-type'])
    return isPageType(type) ? limits.body : limits.otherBody
  }
  try {
    const { address } = question
    const answer = await exchange(dispatcher, {
      address,
      headers: headersOf(common, question),
      timeouts,
      limitFor,
    })
    const headers = joined(answer.headers)
    const encoding = headers['content-encoding']
    const body =
      encoding === undefined
        ? answer.body
        : await decompressed(answer.body, encoding, limitFor(answer.headers))
    const [location] = listOf(answer.headers.location)
    return {
      kind: 'response',
      status: answer.status,
      headers,
      setCookie: listOf(answer.headers['set-cookie']),
      location: location === undefined ? null : locationText(location),
      body,
    }
  } catch (thrown) {
    const { fault, phase } = isExchangeFault(thrown) ? thrown : { fault: thrown, phase: 'body' as const }
    const failure = failureOf(fault, phase)
    if (failure === null) throw fault
    return { kind: 'failure', ...failure }
  }
}
