import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask, failure, probe, QUICK } from './asking.ts'
import { startRawServer } from './raw-server.ts'

const closers: (() => Promise<void>)[] = []
afterAll(async () => {
  await Promise.all(closers.map((close) => close()))
})

async function serve(handler: Handler): Promise<LoopbackServer> {
  const server = await startServer(handler)
  closers.push(server.close)
  return server
}

const KIB = 1024
const status = { wants: 'status' } as const

/** A server of pages that know their own version. */
const versioned: Handler = (request, response) => {
  const { 'if-none-match': etag, 'if-modified-since': since } = request.headers
  const isKnown = etag === '"v1"' || since === 'Fri, 01 Jan 2021 00:00:00 GMT'
  response.writeHead(isKnown ? 304 : 200, { etag: '"v1"', 'content-type': 'text/html' })
  response.end(isKnown ? undefined : 'hello')
}

describe('a question about a page that was seen before', () => {
  it.each([
    ['by ETag', { etag: '"v1"' }, 304],
    ['by date', { lastModified: 'Fri, 01 Jan 2021 00:00:00 GMT' }, 304],
    ['by both', { etag: '"v1"', lastModified: 'Fri, 01 Jan 2021 00:00:00 GMT' }, 304],
    ['by another ETag', { etag: '"v0"' }, 200],
    ['by nothing', {}, 200],
    ['by an ETag that no header may hold', { etag: '"v1"\r\nX: y' }, 200],
  ])('%s', async (_name, validators, expected) => {
    const server = await serve(versioned)
    const { observation, body } = await ask(`${server.origin}/`, {}, { validators })
    expect(observation.answer).toMatchObject({ kind: 'response', status: expected })
    expect(body === null).toBe(expected === 304)
    expect(server.requests[0]?.headers).not.toHaveProperty('x')
  })

  it.each([
    ['a body that it has no right to', ['HTTP/1.1 304 OK\r\nContent-Length: 5\r\n\r\nhello']],
    ['one that comes later', ['HTTP/1.1 304 OK\r\nContent-Length: 5\r\n\r\n', 'hello']],
    ['the length of a body that would not be read', ['HTTP/1.1 304 OK\r\nContent-Length: 99000000\r\n\r\n']],
  ])('is answered, also the next one, where 304 has %s', async (_name, parts) => {
    const server = await startRawServer(
      () => undefined,
      (socket) =>
        socket.on('data', () => {
          for (const [at, part] of parts.entries()) setTimeout(() => socket.write(part), at * 20)
        }),
    )
    closers.push(server.close)
    const fetcher = createFetcher({ ...QUICK, obeyRobots: false })
    const statusOf = async (path: string): Promise<unknown> => {
      const question = probe(`http://127.0.0.1:${server.port}${path}`, { validators: { etag: '"v1"' } })
      const { answer } = (await fetcher.fetch(question)).observation
      return answer.kind === 'response' ? answer.status : answer
    }
    for (const path of ['/a', '/b', '/c', '/d']) expect(await statusOf(path)).toBe(304)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await statusOf('/e')).toBe(304)
    await fetcher.close()
  })

  it('does not take what is known of it to where it redirects', async () => {
    const server = await serve((request, response, at) =>
      request.url === '/'
        ? void response.writeHead(302, { location: '/new' }).end()
        : versioned(request, response, at),
    )
    const { observation } = await ask(`${server.origin}/`, {}, { validators: { etag: '"v1"' } })
    expect(observation.answer).toMatchObject({ status: 200 })
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual(['"v1"', undefined])
  })
})

describe('a question about the status alone', () => {
  it.each([200, 404, 500])('%i asks with GET and keeps no body', async (code) => {
    const server = await serve(page('a'.repeat(20 * KIB), code))
    const { observation, body } = await ask(`${server.origin}/`, {}, status)
    expect(observation.answer).toMatchObject({ status: code, body: null, bytes: 0, truncated: false })
    expect(body).toBeNull()
    expect(server.requests.map(({ method }) => method)).toEqual(['GET'])
  })

  it.each<readonly [string, Handler, number]>([
    ['one short page after another', page('a'.repeat(40 * KIB), 200, { 'content-length': `${40 * KIB}` }), 1],
    ['short pages that do not tell their length', page('a'.repeat(40 * KIB)), 1],
    ['long pages', page('a'.repeat(400 * KIB), 200, { 'content-length': `${400 * KIB}` }), 3],
    [
      'long pages that do not tell their length',
      (_request, response) => {
        response.write('a'.repeat(400 * KIB))
        response.end()
      },
      3,
    ],
  ])('keeps the connection where that is cheap: %s', async (_name, handler, connections) => {
    const server = await serve(handler)
    const fetcher = createFetcher({ ...QUICK, perHost: { ...QUICK.perHost, connections: 1 } })
    for (const at of [1, 2, 3]) await fetcher.fetch(probe(`${server.origin}/${at}`, status))
    await fetcher.close()
    expect(server.connections()).toBe(connections)
  })

  it.each<readonly [string, Handler]>([
    ['stops', (_request, response) => void response.write('<p>and so on')],
    [
      'breaks off',
      (request, response) => {
        response.write('<p>and so on')
        setTimeout(() => request.socket.resetAndDestroy(), 20)
      },
    ],
    ['is no gzip', (_request, response) => void response.setHeader('content-encoding', 'gzip').end('plain')],
  ])('does not need a body that %s', async (_name, handler) => {
    const server = await serve(handler)
    const { answer } = (await ask(`${server.origin}/`, {}, status)).observation
    expect(answer).toMatchObject({ kind: 'response', status: 200, body: null })
  })
})

describe('one request', () => {
  it('that drips is over when its time is over, and its connection with it', async () => {
    let isClosed = false
    const server = await startRawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('X: y\r\n'), 50)
      socket.on('close', () => {
        isClosed = true
        clearInterval(timer)
      })
    })
    closers.push(server.close)
    const timeouts = { ...QUICK.timeouts, headers: 5_000, total: 300 }
    const startedAt = Date.now()
    expect(await failure(`http://127.0.0.1:${server.port}/`, { timeouts })).toBe('headers-timeout')
    expect(Date.now() - startedAt).toBeLessThan(1_500)
    await expect.poll(() => isClosed).toBe(true)
  })

  it('that gets one early hint after another has no more time than any other', async () => {
    const server = await startRawServer((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n'), 50)
      socket.on('close', () => clearInterval(timer))
    })
    closers.push(server.close)
    const timeouts = { ...QUICK.timeouts, total: 600 }
    expect(await failure(`http://127.0.0.1:${server.port}/`, { timeouts })).toBe('headers-timeout')
  })

  it('that lost its connection waits for no other', async () => {
    const server = await serve((_request, response) => void response.write('<p>'))
    const timeouts = { ...QUICK.timeouts, total: 300 }
    const fetcher = createFetcher({ ...QUICK, timeouts, perHost: { connections: 1, gap: 0 } })
    const both = await Promise.all([1, 2].map((at) => fetcher.fetch(probe(`${server.origin}/${at}`))))
    await fetcher.close()
    expect(both.map(({ observation }) => observation.answer)).toMatchObject(
      Array(2).fill({ kind: 'failure', reason: 'body-timeout' }),
    )
  })

  it.each([
    [256, 200],
    [257, 'headers-too-large'],
  ])('takes %i header lines: %s', async (lines, expected) => {
    const server = await startRawServer((socket) => {
      const head = Array.from({ length: lines - 1 }, (_, at) => `X${at % 3}: y\r\n`).join('')
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n${head}\r\nhi`)
    })
    closers.push(server.close)
    expect(await failure(`http://127.0.0.1:${server.port}/`)).toBe(expected)
  })

  it('keeps the connection when a rest that is known to be short was cut off', async () => {
    const server = await serve(page('a'.repeat(20 * KIB), 200, { 'content-length': `${20 * KIB}` }))
    const limits = { ...QUICK.limits, body: 4 * KIB }
    const fetcher = createFetcher({ ...QUICK, limits, perHost: { connections: 1, gap: 0 } })
    for (const at of [1, 2]) {
      const { observation } = await fetcher.fetch(probe(`${server.origin}/${at}`))
      expect(observation.answer).toMatchObject({ bytes: 4 * KIB, truncated: true })
    }
    await fetcher.close()
    expect(server.connections()).toBe(1)
  })

  it('does not wait for a decoder that has all it needs', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * KIB * KIB))
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' }).end(bomb)
    })
    const before = process.memoryUsage().rss
    const { observation } = await ask(`${server.origin}/`)
    expect(observation.answer).toMatchObject({ bytes: QUICK.limits.body, truncated: true })
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * KIB * KIB)
  })
})
