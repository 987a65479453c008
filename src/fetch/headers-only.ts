import type { Dispatcher } from 'undici'

/** Bytes of a body that are read and thrown away to keep its connection; a longer one costs the connection. */
const WORTH_READING = 64 * 1024

/** What an engine needs to know of an answer beside its status. */
const NEEDED = ['location', 'cf-mitigated'] as const

/**
 * Ends every answer after its headers, so that whoever asks sees no body: linkinator reads whole pages of any size, and
 * a body that breaks off would end the whole process with an error that it does not catch. What is asked with HEAD is
 * asked with GET, because old servers lie about HEAD (DESIGN §5.2).
 */
export const headersOnly: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  let isEnded = false
  let read = 0
  const method = options.method === 'HEAD' ? 'GET' : options.method
  return dispatch(
    { ...options, method },
    {
      onRequestStart: (...args) => handler.onRequestStart?.(...args),
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (controller, status, headers, text) => {
        if (status < 200) return
        isEnded = true
        const kept = NEEDED.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))
        handler.onResponseStart?.(controller, status, Object.fromEntries(kept), text)
        handler.onResponseEnd?.(controller, {})
      },
      onResponseData: (controller, chunk) => {
        read += chunk.length
        if (read > WORTH_READING) controller.abort(new Error('the headers were enough'))
      },
      onResponseEnd: () => undefined,
      onResponseError: (controller, fault) => {
        if (!isEnded) handler.onResponseError?.(controller, fault)
      },
    },
  )
}
