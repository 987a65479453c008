const NOT_ASCII = /[\u0080-\u00ff]/g

/**
 * A Location header as an address that can be read: undici hands headers over as Latin-1, which keeps each byte, and
 * every byte that is not ASCII is percent-encoded as browsers do, whatever charset (UTF-8, GBK) it belongs to.
 */
export const locationText = (header: string): string =>
  header.replace(NOT_ASCII, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
