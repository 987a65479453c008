import type { Socket } from 'node:net'

/** Counts what comes from each host. */
export interface Traffic {
  watch(host: string, socket: Socket): void
  /** Bytes that have come from a host, as they were sent: packed, with headers and TLS's own. */
  from(host: string): number
}

interface Count {
  closed: number
  readonly open: Set<Socket>
}

/** No traffic yet. */
export function traffic(): Traffic {
  const counts = new Map<string, Count>()
  return {
    watch: (host, socket) => {
      const count = counts.get(host) ?? { closed: 0, open: new Set() }
      counts.set(host, count)
      count.open.add(socket)
      socket.once('close', () => {
        count.open.delete(socket)
        count.closed += socket.bytesRead
      })
    },
    from: (host) => {
      const count = counts.get(host)
      if (count === undefined) return 0
      return [...count.open].reduce((sum, socket) => sum + socket.bytesRead, count.closed)
    },
  }
}
