import type { Dispatcher } from 'undici'

/** Header bytes as text: ASCII stays, every other byte is percent-encoded as browsers do, whatever its charset. */
export const percentEncoded = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

/** Hands the Location header's own bytes to `seen`, which undici's text would have spoilt when they are GBK. */
export const locationBytes =
  (seen: (location: string) => void): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) =>
    dispatch(options, {
      onRequestStart: (...args) => handler.onRequestStart?.(...args),
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (controller, ...rest) => {
        const raw: unknown = controller.rawHeaders
        if (Array.isArray(raw)) {
          raw.forEach((name: unknown, at) => {
            const value: unknown = raw[at + 1]
            const isName = at % 2 === 0 && Buffer.isBuffer(name) && Buffer.isBuffer(value)
            if (isName && name.toString('latin1').toLowerCase() === 'location') seen(percentEncoded(value))
          })
        }
        handler.onResponseStart?.(controller, ...rest)
      },
      onResponseData: (...args) => handler.onResponseData?.(...args),
      onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
      onResponseError: (...args) => handler.onResponseError?.(...args),
    })
