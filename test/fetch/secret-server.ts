import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on every address of this machine that nobody from outside may reach. */
export interface SecretServer {
  readonly port: number
  /** Connections that were opened so far: even one without a request is one too many. */
  connections(): number
  close(): Promise<void>
}

/** Starts it, on IPv6 and IPv4. */
export async function startSecretServer(): Promise<SecretServer> {
  let connections = 0
  const server = createServer((_request, response) => response.end('the secret'))
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '::', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
