import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A TCP server that answers as it likes. */
export interface RawServer {
  readonly port: number
  close(): Promise<void>
}

/** Starts a server that calls `onConnection` at once and `onRequest` when the first bytes of a request came. */
export async function startRawServer(
  onRequest: (socket: Socket) => void,
  onConnection: (socket: Socket) => void = () => undefined,
): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.once('data', () => onRequest(socket))
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** A port of 127.0.0.1 on which nothing listens any more. */
export async function closedPort(): Promise<number> {
  const server = await startRawServer(() => undefined)
  await server.close()
  return server.port
}
