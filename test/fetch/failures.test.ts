import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { ask, failure, QUICK } from './asking.ts'
import { closedPort, startRawServer } from './raw-server.ts'

const closers: (() => Promise<void>)[] = []
afterAll(async () => {
  await Promise.all(closers.map((close) => close()))
})

async function raw(
  onRequest: (socket: Socket) => void,
  onConnection?: (socket: Socket) => void,
): Promise<number> {
  const server = await startRawServer(onRequest, onConnection)
  closers.push(server.close)
  return server.port
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
const nothing = (): void => undefined
/** Sends text every 100 ms for as long as anybody listens. */
const drip = (socket: Socket, text: string): void => {
  const timer = setInterval(() => (socket.writable ? socket.write(text) : clearInterval(timer)), 100)
}

describe('a server that misbehaves', () => {
  it.each<readonly [string, (socket: Socket) => void, string]>([
    ['resets instead of answering', (socket) => socket.resetAndDestroy(), 'connection-reset'],
    ['closes instead of answering', (socket) => socket.end(), 'connection-reset'],
    [
      'closes within the headers',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty'),
      'connection-reset',
    ],
    [
      'resets within the body',
      (socket) => {
        socket.write(`${HEAD}Content-Length: 1000\r\n\r\nsome`)
        setTimeout(() => socket.resetAndDestroy(), 50)
      },
      'connection-reset',
    ],
    [
      'closes within the body',
      (socket) => socket.end(`${HEAD}Content-Length: 1000\r\n\r\nsome`),
      'connection-reset',
    ],
    [
      'closes within a chunked body',
      (socket) => socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nhel`),
      'connection-reset',
    ],
    ['never answers', nothing, 'headers-timeout'],
    [
      'stops within the headers',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Ty'),
      'headers-timeout',
    ],
    [
      'stops within the body',
      (socket) => socket.write(`${HEAD}Content-Length: 1000\r\n\r\nsome`),
      'body-timeout',
    ],
    [
      'drips its body',
      (socket) => {
        socket.write(`${HEAD}\r\n`)
        drip(socket, '<p>')
      },
      'body-timeout',
    ],
    [
      'switches to a protocol that nobody asked for',
      (socket) =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
      'protocol-fault',
    ],
    [
      'goes on where nobody waits',
      (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'),
      'protocol-fault',
    ],
    ['speaks another protocol', (socket) => socket.end('220 mail.gov.example ESMTP\r\n'), 'protocol-fault'],
    ['sends a status line that is none', (socket) => socket.end('HTTP/1.1 OK\r\n\r\n'), 'protocol-fault'],
    [
      'sends a length that is none',
      (socket) => socket.end(`${HEAD}Content-Length: many\r\n\r\n`),
      'protocol-fault',
    ],
    [
      'sends chunks that are none',
      (socket) => socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`),
      'protocol-fault',
    ],
    [
      'sends headers without end',
      (socket) => socket.write(`${HEAD}X: ${'a'.repeat(100_000)}\r\n`),
      'headers-too-large',
    ],
    [
      'calls plain text gzip',
      (socket) => socket.end(`${HEAD}Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello`),
      'decompression-fault',
    ],
    [
      'calls plain text brotli',
      (socket) => socket.end(`${HEAD}Content-Encoding: br\r\nContent-Length: 5\r\n\r\nhello`),
      'decompression-fault',
    ],
  ])('%s', async (_name, onRequest, reason) => {
    const port = await raw(onRequest)
    const timeouts = { ...QUICK.timeouts, total: 900 }
    expect(await failure(`http://127.0.0.1:${port}/`, { timeouts })).toBe(reason)
  })

  it('refuses connections', async () => {
    expect(await failure(`http://127.0.0.1:${await closedPort()}/`)).toBe('connection-refused')
  })

  it('refuses connections at both of its addresses', async () => {
    expect(await failure(`http://localhost:${await closedPort()}/`)).toBe('connection-refused')
  })

  it('has no name', async () => {
    const resolve = [parseResolveRule('*.invalid=-')]
    expect(await failure('http://no-such-office.invalid/', { resolve })).toBe('name-not-found')
  })

  it('resets as soon as it is connected to', async () => {
    const port = await raw(nothing, (socket) => socket.resetAndDestroy())
    expect(await failure(`http://127.0.0.1:${port}/`)).toBe('connection-reset')
  })

  it('never shakes hands', async () => {
    const port = await raw(nothing)
    expect(await failure(`https://127.0.0.1:${port}/`)).toBe('tls-timeout')
  })

  it('speaks plain HTTP where TLS is expected', async () => {
    const port = await raw((socket) => socket.end(`${HEAD}\r\n`))
    expect(await failure(`https://127.0.0.1:${port}/`)).toBe('tls-fault')
  })

  it('sends more headers than allowed', async () => {
    const server = createServer({ maxHeaderSize: 200_000 }, (_request, response) => {
      response.setHeader('x-long', 'a'.repeat(100_000))
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closers.push(async () => void server.close())
    const { port } = server.address() as AddressInfo
    expect(await failure(`http://127.0.0.1:${port}/`)).toBe('headers-too-large')
  })

  it('is told of in words that hold nothing of this machine', async () => {
    const { observation } = await ask(`http://127.0.0.1:${await closedPort()}/`)
    expect(observation.answer).toEqual({
      kind: 'failure',
      reason: 'connection-refused',
      message: 'ECONNREFUSED',
    })
  })
})
