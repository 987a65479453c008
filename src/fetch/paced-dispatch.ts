import type { Dispatcher } from 'undici'
import { failureOf } from './failures.ts'
import type { Brought } from './host-delay.ts'
import { hostOfOrigin } from './host-of-origin.ts'
import type { Withheld } from './pacing.ts'
import type { Dispatch } from './pools.ts'

/** Asks a host when its turn has come. */
type Pace = <T extends Brought>(host: string, ask: () => Promise<T>) => Promise<T | Withheld>

/** What a request of another engine ended in; `fault` where no answer had begun. */
interface Ended extends Brought {
  readonly fault?: Error
}

type Controller = Dispatcher.DispatchController

/** Stands for a connection that never came about. */
const NO_CONNECTION: Controller = {
  aborted: false,
  paused: false,
  reason: null,
  abort: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
}

const plain = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

const TIME_IS_UP = Object.assign(new Error('total time exceeded'), { name: 'TimeoutError' })

/**
 * Sends each request of another engine when its host's turn has come, where redirects lead as well, and counts it until
 * its last byte has come. All of them together may take `patience` milliseconds, waiting for turns not counted.
 */
export function pacedDispatch(pace: Pace, dispatch: Dispatch, patience: number, now: () => number): Dispatch {
  let spent = 0

  return (question, handler) => {
    let controller: Controller = NO_CONNECTION

    const ask = (): Promise<Ended> =>
      new Promise((resolve) => {
        const startedAt = now()
        let answer: Brought | null = null
        let isOver = false
        const end = (ended: Ended): void => {
          if (isOver) return
          isOver = true
          clearTimeout(timer)
          spent += now() - startedAt
          resolve(ended)
        }
        const timer = setTimeout(
          () => {
            controller.abort(TIME_IS_UP)
            if (controller === NO_CONNECTION) end({ fault: TIME_IS_UP })
          },
          Math.max(1, patience - spent),
        )
        dispatch(question, {
          onRequestStart: (started, context) => {
            controller = started
            if (isOver) started.abort(TIME_IS_UP)
            else handler.onRequestStart?.(started, context)
          },
          onResponseStart: (started, status, headers, text) => {
            if (status >= 200) answer = { status, headers: plain(headers) }
            handler.onResponseStart?.(started, status, headers, text)
          },
          onResponseData: (started, chunk) => handler.onResponseData?.(started, chunk),
          onResponseEnd: (started, trailers) => {
            handler.onResponseEnd?.(started, trailers)
            end(answer ?? {})
          },
          onResponseError: (started, fault) => {
            if (answer === null) end({ fault, reason: failureOf(fault, 'headers')?.reason ?? 'unknown' })
            else {
              handler.onResponseError?.(started, fault)
              end(answer)
            }
          },
        })
      })

    void pace(hostOfOrigin(String(question.origin)), ask).then(
      (ended) => {
        if ('kind' in ended) handler.onResponseError?.(controller, new Error(ended.reason))
        else if (ended.fault !== undefined) handler.onResponseError?.(controller, ended.fault)
      },
      (fault: Error) => handler.onResponseError?.(controller, fault),
    )
    return true
  }
}
