import { type Address, originOf } from '../core/address.ts'
import type { Got } from './request.ts'

/** Knows which hosts have answered well. */
export interface StaleConnections {
  /** Notes that the host of an address has answered. */
  hasAnswered(address: Address): void
  /**
   * Whether the connection may be at fault that an answer did not come: it broke off to a host that has answered well
   * before. It may be one that was kept alive, and that the server closed just as it was used again, which says nothing
   * about the host. Browsers ask once more then (RFC 9112 §9.3.1: a GET may be repeated).
   */
  mayBeAtFault(address: Address, got: Got): boolean
}

/** No host has answered yet. */
export function staleConnections(): StaleConnections {
  const answered = new Set<string>()
  return {
    hasAnswered: (address) => {
      answered.add(originOf(address))
    },
    mayBeAtFault: (address, got) =>
      got.kind === 'failure' && got.reason === 'connection-reset' && answered.has(originOf(address)),
  }
}
