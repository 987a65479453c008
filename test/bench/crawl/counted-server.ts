import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server has sent since it was last asked. */
export interface Counted {
  requests: number
  /** Bytes of bodies. */
  bytes: number
  connections: number
}

/** Serves from a process of its own: tells its parent the port, then, on each message, what it has sent since the last. */
export function serveCounted(listenerFor: (counted: Counted) => RequestListener): void {
  const counted: Counted = { requests: 0, bytes: 0, connections: 0 }
  const listener = listenerFor(counted)
  const server = createServer((request, response) => {
    counted.requests += 1
    listener(request, response)
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', () => {
    counted.connections += 1
  })
  process.on('message', () => {
    process.send?.({ ...counted })
    Object.assign(counted, { requests: 0, bytes: 0, connections: 0 })
  })
  process.on('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port })
  })
}
