import type { Dispatcher } from 'undici'
import type { Tls } from '../core/observation.ts'
import { decodeBody, type KeptBody } from './body.ts'
import { type Collected, collect, isWorthReading, lengthIn } from './collected.ts'
import { type Failure, failureOf, type Phase, timeoutIn, tooManyHeaders } from './failures.ts'
import { isPageType } from './media-type.ts'
import type { FetchOptions } from './options.ts'
import type { Dispatch } from './pools.ts'
import { commonHeaders, ownHeaders, placeOf, type Question } from './question.ts'
import { headerLines, type ResponseHead, responseHead } from './response-head.ts'

/** An answer to one GET, redirects not followed. */
export interface GotResponse extends ResponseHead {
  readonly kind: 'response'
  readonly body: KeptBody
  /** What is wrong with the connection, where the answer was read without trust. */
  readonly tls?: Tls
}

/** What one GET brought. */
export type Got = GotResponse | ({ readonly kind: 'failure' } & Failure)

/** One GET. Faults of the world are values; a rejection is a fault of ours. */
export type Get = (question: Question) => Promise<Got>

/** What a request takes from the options. */
export type RequestOptions = Pick<FetchOptions, 'timeouts' | 'limits' | 'userAgent'>

/** An answer as far as it came. */
interface Begun {
  readonly head: ResponseHead
  readonly limit: number
  readonly collected: Collected
}

/** What undici is told when we have had enough; nobody reads it. */
const ENOUGH = new Error('the answer is no longer waited for')

/** Bytes kept of a body: none where only the status is wanted. */
function limitFor({ headers }: ResponseHead, { wants }: Question, limits: FetchOptions['limits']): number {
  if (wants === 'status') return 0
  return isPageType(headers['content-type'] ?? '') ? limits.body : limits.otherBody
}

async function complete({ head, limit, collected }: Begun): Promise<Got> {
  const sent: KeptBody = { bytes: collected.bytes(), truncated: limit > 0 && collected.isCut() }
  const encoding = head.headers['content-encoding']
  const body = encoding === undefined || limit === 0 ? sent : await decodeBody(sent, encoding, limit)
  return { kind: 'response', ...head, body }
}

/** GET requests through `dispatch`, over connections that are kept alive wherever an answer's end is near. */
export function getThrough(dispatch: Dispatch, options: RequestOptions): Get {
  const { timeouts, limits } = options
  const common = commonHeaders(options.userAgent)
  return (question) =>
    new Promise((resolve, reject) => {
      let phase: Phase = 'connect'
      let connection: Dispatcher.DispatchController | null = null
      let begun: Begun | null = null
      let isOver = false

      const fail = (fault: unknown): void => {
        const failure = failureOf(fault, phase)
        if (failure === null) reject(fault)
        else resolve({ kind: 'failure', ...failure })
      }
      /** Ends the waiting, once: with the answer where there is one, otherwise with the failure. */
      const end = (failure: Failure | null): void => {
        if (isOver) return
        isOver = true
        clearTimeout(timer)
        if (failure !== null) resolve({ kind: 'failure', ...failure })
        else if (begun !== null) complete(begun).then(resolve, fail)
      }
      /** The answer will not come to its end: what of it is needed may be there all the same. */
      const breakOff = (failure: Failure): void => end(begun?.collected.isFull() ? null : failure)

      const timer = setTimeout(() => {
        breakOff(timeoutIn(phase))
        connection?.abort(ENOUGH)
      }, timeouts.total)

      const { origin, path } = placeOf(question.address)
      dispatch(
        { origin, path, method: 'GET', headers: [...common, ...ownHeaders(question)] },
        {
          onRequestStart: (controller) => {
            connection = controller
            phase = 'headers'
            if (isOver) controller.abort(ENOUGH)
          },
          onResponseStart: (controller, status, raw) => {
            if (status < 200) return
            if (headerLines(raw) > limits.headerLines) {
              end(tooManyHeaders)
              controller.abort(ENOUGH)
              return
            }
            phase = 'body'
            const head = responseHead(status, raw)
            const limit = limitFor(head, question, limits)
            const length = lengthIn(head.headers['content-length'])
            begun = { head, limit, collected: collect(limit, length) }
            if (limit > 0 || isWorthReading(length, 0)) return
            end(null)
            controller.abort(ENOUGH)
          },
          onResponseData: (controller, piece) => {
            if (begun === null || begun.collected.add(piece)) return
            end(null)
            controller.abort(ENOUGH)
          },
          onResponseEnd: () => end(null),
          onResponseError: (_controller, fault) => {
            if (isOver) return
            const failure = failureOf(fault, phase)
            if (failure !== null) {
              breakOff(failure)
              return
            }
            isOver = true
            clearTimeout(timer)
            reject(fault)
          },
        },
      )
    })
}
