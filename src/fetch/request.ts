import type { Dispatcher } from 'undici'
import type { Tls } from '../core/observation.ts'
import { decodeBody, type KeptBody } from './body.ts'
import { type Collected, collect, lengthIn, NO_BODY } from './collected.ts'
import { deadline } from './deadline.ts'
import { type Failure, failureOf, type Phase, timeoutIn, tooManyHeaders, tooManyInterim } from './failures.ts'
import { isPageType } from './media-type.ts'
import type { FetchOptions } from './options.ts'
import type { Dispatch } from './pools.ts'
import { commonHeaders, ownHeaders, placeOf, type Question } from './question.ts'
import { headerLines, type RawHeaders, type ResponseHead, responseHead } from './response-head.ts'

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

/** Answers of 1xx that may come before the one that was asked for. */
const MOST_INTERIM = 50

/** What undici is told when we have had enough; nobody reads it. */
const ENOUGH = new Error('the answer is no longer waited for')

/** RFC 9110 §15.4.5: an answer that has no body. */
const NOT_MODIFIED = 304

/** Bytes kept of a body: none where only the status is wanted. */
function limitFor(
  { status, headers }: ResponseHead,
  { wants }: Question,
  limits: FetchOptions['limits'],
): number {
  if (wants === 'status' || status === NOT_MODIFIED) return 0
  return isPageType(headers['content-type'] ?? '') ? limits.body : limits.otherBody
}

/** What a fault of the world ended in; rejects with any other. */
async function failed(fault: unknown, phase: Phase): Promise<Got> {
  const failure = failureOf(fault, phase)
  if (failure === null) throw fault
  return { kind: 'failure', ...failure }
}

function complete({ head, limit, collected }: Begun): Got | Promise<Got> {
  const sent: KeptBody = { bytes: collected.bytes(), truncated: limit > 0 && collected.isCut() }
  const encoding = head.headers['content-encoding']
  if (encoding === undefined || limit === 0) return { kind: 'response', ...head, body: sent }
  return decodeBody(sent, encoding, limit).then(
    (body): Got => ({ kind: 'response', ...head, body }),
    (fault: unknown) => failed(fault, 'body'),
  )
}

/** What is done where a connection is not to be trusted. */
export type OnDistrust = (
  question: Question,
  got: Extract<Got, { kind: 'failure' }> & { readonly tls: Tls },
) => Promise<Got>

/**
 * GET requests through `dispatch`, over connections that are kept alive wherever an answer's end is near. `onDistrust`:
 * what is done where a connection is not to be trusted, beside saying so.
 */
export function getThrough(dispatch: Dispatch, options: RequestOptions, onDistrust?: OnDistrust): Get {
  const { timeouts, limits } = options
  const common = commonHeaders(options.userAgent)

  /** What of an answer is there when its headers are; null when there are too many of them. */
  const begin = (status: number, raw: RawHeaders, question: Question): Begun | null => {
    if (headerLines(raw) > limits.headerLines) return null
    const head = responseHead(status, raw)
    const limit = limitFor(head, question, limits)
    // What a 304 says of length is that of the body which it does not send.
    if (status === NOT_MODIFIED) return { head, limit, collected: NO_BODY }
    return { head, limit, collected: collect(limit, lengthIn(head.headers['content-length'])) }
  }

  const distrusted = (question: Question, got: Got): Got | Promise<Got> =>
    onDistrust === undefined || got.kind !== 'failure' || got.tls === undefined
      ? got
      : onDistrust(question, { ...got, tls: got.tls })

  return (question) =>
    new Promise((resolve) => {
      let phase: Phase = 'connect'
      let connection: Dispatcher.DispatchController | null = null
      let begun: Begun | null = null
      let interim = 0
      let isOver = false

      /** Ends the waiting, once. */
      const end = (got: Got | Promise<Got>): void => {
        if (isOver) return
        isOver = true
        callOff()
        resolve(got)
      }
      /** The answer will not come to its end: what of it is needed may be there all the same. */
      const breakOff = (got: Got | Promise<Got>): void =>
        end(begun?.collected.isFull() === true ? complete(begun) : got)
      /** No more of the answer is needed, and its rest is not worth its connection. */
      const giveUp = (got: Got | Promise<Got>): void => {
        end(got)
        connection?.abort(ENOUGH)
      }

      const callOff = deadline(timeouts.total, () => {
        breakOff({ kind: 'failure', ...timeoutIn(phase) })
        connection?.abort(ENOUGH)
      })

      const { origin, path } = placeOf(question.address)
      dispatch(
        { origin, path, method: 'GET', headers: [...common, ...ownHeaders(question)] },
        {
          onRequestStart: (controller) => {
            connection = controller
            phase = 'headers'
            if (isOver) controller.abort(ENOUGH)
          },
          onResponseStart: (_controller, status, raw) => {
            if (status < 200) {
              interim += 1
              if (interim > MOST_INTERIM) giveUp({ kind: 'failure', ...tooManyInterim })
              return
            }
            phase = 'body'
            begun = begin(status, raw, question)
            if (begun === null) giveUp({ kind: 'failure', ...tooManyHeaders })
            else if (begun.collected.isHopeless()) giveUp(complete(begun))
          },
          onResponseData: (_controller, piece) => {
            if (begun !== null && !begun.collected.add(piece)) giveUp(complete(begun))
          },
          onResponseEnd: () => {
            if (begun !== null) end(complete(begun))
          },
          onResponseError: (_controller, fault) => {
            if (!isOver) breakOff(failed(fault, phase).then((got) => distrusted(question, got)))
          },
        },
      )
    })
}
