import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Socket } from 'node:net'

/** A connection as the server saw it. Times are milliseconds since 1970-01-01 UTC; null while it is open. */
export interface LoggedConnection {
  readonly openedAt: number
  closedAt: number | null
  /** Host header of its requests, without the port. */
  host: string
}

/** A request as the server saw it: from its headers to the last byte of its answer. */
export interface LoggedRequest {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly startedAt: number
  endedAt: number | null
  /** Requests of the same host, and of all, that were being answered when it came, itself included. */
  readonly atOnceHere: number
  readonly atOnce: number
  /** Open connections when it came: for the same host, and in all. */
  readonly openHere: number
  readonly open: number
}

/** A server that writes down what it sees. */
export interface LoggedServer {
  readonly port: number
  readonly requests: readonly LoggedRequest[]
  readonly connections: readonly LoggedConnection[]
  /** The most connections that were ever open at once. */
  mostOpen(): number
  /** Connections that were turned away because there were too many. */
  turnedAway(): number
  close(): Promise<void>
}

/** Answers a request; what it returns is waited for. */
export type LoggedHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A server that has room for so many connections, and what it does with others: `drop` accepts and closes them. */
export interface Room {
  readonly connections: number
  readonly others: 'drop' | 'refuse'
}

const nameOf = (request: IncomingMessage): string => (request.headers.host ?? '').replace(/:\d+$/, '')

/** Starts a server on 127.0.0.1 that logs connections and requests. */
export async function startLoggedServer(
  handler: LoggedHandler,
  room: Room | null = null,
): Promise<LoggedServer> {
  const requests: LoggedRequest[] = []
  const connections: LoggedConnection[] = []
  const bySocket = new Map<Socket, LoggedConnection>()
  let mostOpen = 0
  let turnedAway = 0
  let isClosing = false

  const http = createServer((request, response) => {
    const host = nameOf(request)
    const connection = bySocket.get(request.socket)
    if (connection !== undefined) connection.host = host
    const running = requests.filter((one) => one.endedAt === null)
    const open = [...bySocket.values()]
    const entry: LoggedRequest = {
      method: request.method ?? '',
      host,
      path: request.url ?? '',
      startedAt: Date.now(),
      endedAt: null,
      atOnceHere: running.filter((one) => one.host === host).length + 1,
      atOnce: running.length + 1,
      openHere: open.filter((one) => one.host === host).length,
      open: open.length,
    }
    requests.push(entry)
    response.once('close', () => {
      entry.endedAt = Date.now()
    })
    void handler(request, response)
  })

  const listener = createNetServer((socket) => {
    socket.on('error', () => undefined)
    if (room !== null && bySocket.size >= room.connections) {
      turnedAway += 1
      socket.resetAndDestroy()
      return
    }
    const connection: LoggedConnection = { openedAt: Date.now(), closedAt: null, host: '' }
    connections.push(connection)
    bySocket.set(socket, connection)
    mostOpen = Math.max(mostOpen, bySocket.size)
    // The other side is gone when we are told so, which may be a little before our own side is closed.
    const gone = (): void => {
      if (connection.closedAt !== null) return
      connection.closedAt = Date.now()
      bySocket.delete(socket)
    }
    socket.once('end', gone).once('error', gone)
    socket.once('close', () => {
      gone()
      if (room?.others === 'refuse' && !listener.listening && !isClosing) listener.listen(port, '127.0.0.1')
    })
    http.emit('connection', socket)
    // Whoever comes now is refused by the system.
    if (room?.others === 'refuse' && bySocket.size >= room.connections) listener.close()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  return {
    port,
    requests,
    connections,
    mostOpen: () => mostOpen,
    turnedAway: () => turnedAway,
    close: async () => {
      isClosing = true
      for (const socket of bySocket.keys()) socket.destroy()
      await new Promise<void>((resolve) => {
        if (listener.listening) listener.close(() => resolve())
        else resolve()
      })
    },
  }
}

/** Milliseconds between the starts of requests that follow on one another. */
export const gapsOf = (requests: readonly LoggedRequest[]): readonly number[] =>
  requests.slice(1).map(({ startedAt }, index) => startedAt - (requests[index]?.startedAt ?? 0))

/** The largest of some numbers; 0 of none. */
export const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0)
