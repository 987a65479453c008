import { type Address, originOf } from '../core/address.ts'
import type { Got } from './request.ts'

/** Asks for an address, and again where the connection may have been at fault. */
export type AskFresh = (address: Address, ask: () => Promise<Got>) => Promise<Got>

/**
 * Asks once more where a connection broke off to a host that has answered well before: it may have been one that was
 * kept alive, and that the server closed just as it was used again, which says nothing about the host. Browsers do the
 * same (RFC 9112 §9.3.1: a GET may be repeated).
 */
export function freshAfterStale(): AskFresh {
  const answered = new Set<string>()
  return async (address, ask) => {
    const got = await ask()
    const origin = originOf(address)
    if (got.kind === 'failure') {
      return got.reason === 'connection-reset' && answered.has(origin) ? ask() : got
    }
    if (got.status < 500) answered.add(origin)
    return got
  }
}
