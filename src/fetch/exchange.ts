import type { Dispatcher } from 'undici'
import { type Address, pathStart } from '../core/address.ts'
import type { KeptBody } from './body.ts'

/** Header values as undici hands them over: lower-case names, several values of one name as a list, bytes as Latin-1. */
export type RawHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** One answer as it came off the wire, not decompressed. */
export interface Exchanged {
  readonly status: number
  readonly headers: RawHeaders
  readonly body: KeptBody
}

/** An error of the network, and how far the exchange had come. */
export interface ExchangeFault {
  readonly fault: unknown
  readonly phase: 'headers' | 'body'
}

/** Whether something thrown is a fault of an exchange. */
export const isExchangeFault = (thrown: unknown): thrown is ExchangeFault =>
  typeof thrown === 'object' && thrown !== null && 'fault' in thrown && 'phase' in thrown

/** One question. Times are milliseconds. */
export interface Exchange {
  readonly address: Address
  /** Names and values in turns. */
  readonly headers: readonly string[]
  readonly timeouts: { readonly headers: number; readonly body: number; readonly total: number }
  /** So many bytes of the body are read at most, by the answer's headers. */
  readonly limitFor: (headers: RawHeaders) => number
}

const ENOUGH = new Error('more of the body is not wanted')

const totalTimeout = (): Error => Object.assign(new Error('total time exceeded'), { name: 'TimeoutError' })

/**
 * One GET on a dispatcher, with nothing between us and undici: no streams, no signals. Reads no more of the body than is
 * wanted; what goes beyond costs the connection. Rejects with an {@link ExchangeFault}.
 */
export function exchange(dispatcher: Dispatcher, question: Exchange): Promise<Exchanged> {
  const { address, headers, timeouts } = question
  const slash = pathStart(address)
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let [size, limit, status] = [0, 0, 0]
    let answered: RawHeaders = {}
    let controller: Dispatcher.DispatchController | null = null
    let isOver = false
    const fail = (fault: unknown): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      reject({ fault, phase: status === 0 ? 'headers' : 'body' } satisfies ExchangeFault)
    }
    const end = (truncated: boolean): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      const [first] = chunks
      const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size)
      resolve({ status, headers: answered, body: { bytes, truncated } })
    }
    const timer = setTimeout(() => {
      const late = totalTimeout()
      fail(late)
      controller?.abort(late)
    }, timeouts.total)
    dispatcher.dispatch(
      {
        origin: address.slice(0, slash),
        path: address.slice(slash),
        method: 'GET',
        headers: headers as string[],
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
      },
      {
        onRequestStart: (started) => {
          controller = started
          if (isOver) started.abort(ENOUGH)
        },
        onResponseStart: (_controller, code, given) => {
          if (code < 200) return
          status = code
          answered = given
          limit = question.limitFor(answered)
        },
        onResponseData: (current, chunk) => {
          if (isOver) return
          const kept = chunk.subarray(0, limit - size)
          if (kept.length > 0) chunks.push(kept)
          size += kept.length
          if (kept.length === chunk.length) return
          end(true)
          current.abort(ENOUGH)
        },
        onResponseEnd: () => end(false),
        onResponseError: (_controller, fault) => fail(fault),
      },
    )
  })
}
