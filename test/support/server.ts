import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** One request as the server saw it. */
export interface SeenRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  /** The Host header. */
  readonly host: string
  readonly headers: IncomingMessage['headers']
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number
}

/** A real HTTP server on a free loopback port. */
export interface LoopbackServer {
  readonly port: number
  /** `http://127.0.0.1:PORT`, or https. */
  readonly origin: string
  /** Every request so far, the first one first. */
  readonly requests: readonly SeenRequest[]
  /** Connections opened so far. */
  connections(): number
  close(): Promise<void>
}

/** Answers a request. `at` counts the requests to the server from 0. */
export type Handler = (request: IncomingMessage, response: ServerResponse, at: number) => void | Promise<void>

/** What a server with TLS needs. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** Starts a server on 127.0.0.1 that logs requests and answers with `handler`. */
export async function startServer(handler: Handler, certificate?: Certificate): Promise<LoopbackServer> {
  const requests: SeenRequest[] = []
  let connections = 0
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url: path = '', headers } = request
    requests.push({ method, path, host: headers.host ?? '', headers, at: Date.now() })
    void handler(request, response, requests.length - 1)
  }
  const server: Server =
    certificate === undefined ? createServer(listen) : createTlsServer(certificate, listen)
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A handler that sends this text as an HTML page. */
export const page =
  (text: string, status = 200, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(text)
  }
