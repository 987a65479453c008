import { afterAll, describe, expect, it } from 'vitest'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask, QUICK } from './asking.ts'
import { startRawServer } from './raw-server.ts'

const servers: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

async function serve(handler: Handler): Promise<LoopbackServer> {
  const server = await startServer(handler)
  servers.push(server)
  return server
}

const RESOLVED = ['www.city.example', 'old.city.example', 'xn--fiqs8s.city.example']
const to = (port: number) => RESOLVED.map((host) => parseResolveRule(`${host}=127.0.0.1:${port}`))

const redirect =
  (status: number, location: string, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(status, { location, ...headers }).end('moved')

/** Redirects the first request and answers the others. */
const once =
  (first: Handler): Handler =>
  (request, response, at) =>
    at === 0 ? first(request, response, at) : page('arrived')(request, response, at)

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('%i is followed with GET and recorded', async (status) => {
    const server = await serve(once(redirect(status, '/new?a=1#part')))
    const { observation } = await ask('http://old.city.example/dir/page', { resolve: to(server.port) })
    expect(observation.hops).toEqual([
      { address: 'http://old.city.example/dir/page', status, location: '/new?a=1#part' },
    ])
    expect(observation.answer).toMatchObject({ status: 200, address: 'http://old.city.example/new?a=1' })
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /dir/page',
      'GET /new?a=1',
    ])
  })

  it.each([
    ['relative', 'new.html', 'http://old.city.example/dir/new.html'],
    ['relative upwards', '../new.html', 'http://old.city.example/new.html'],
    ['without a scheme', '//www.city.example/x', 'http://www.city.example/x'],
    ['absolute', 'http://www.city.example/', 'http://www.city.example/'],
    ['padded', '  /x  ', 'http://old.city.example/x'],
    ['with backslashes', '\\x\\y', 'http://old.city.example/x/y'],
    ['with a space', '/a b', 'http://old.city.example/a%20b'],
    ['a query only', '?page=2', 'http://old.city.example/dir/page?page=2'],
  ])('a Location that is %s', async (_name, location, expected) => {
    const server = await serve(once(redirect(302, location)))
    const { observation } = await ask('http://old.city.example/dir/page', { resolve: to(server.port) })
    expect(observation.answer).toMatchObject({ status: 200, address: expected })
  })

  it.each<readonly [string, Buffer, string]>([
    ['UTF-8 in the path', Buffer.from('/公开/?k=年报'), '/%E5%85%AC%E5%BC%80/?k=%E5%B9%B4%E6%8A%A5'],
    ['GBK in the path', Buffer.from([0x2f, 0xb9, 0xab, 0xbf, 0xaa]), '/%B9%AB%BF%AA'],
    ['UTF-8 in the host', Buffer.from('http://中国.city.example/'), '/'],
  ])('a Location with raw %s', async (_name, location, path) => {
    const seen: string[] = []
    const server = await startRawServer((socket) => {
      socket.end(
        Buffer.concat([
          Buffer.from('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: '),
          location,
          Buffer.from('\r\n\r\n'),
        ]),
      )
    })
    const target = await serve((request, response) => {
      seen.push(request.url ?? '')
      response.end('arrived')
    })
    // The first host leads to the raw server, the one that it redirects to (or the same name later) to the other.
    const isOther = location.includes('city.example')
    const resolve = [
      parseResolveRule(`old.city.example=127.0.0.1:${server.port}`),
      ...to(target.port).filter((rule) => rule.host !== 'old.city.example'),
    ]
    const limits = { ...QUICK.limits, redirects: 1 }
    const { observation } = await ask('http://old.city.example/', { resolve, limits })
    await server.close()
    const [hop] = observation.hops
    expect(new URL(hop?.location ?? '', 'http://old.city.example/').href).toBe(
      isOther ? 'http://xn--fiqs8s.city.example/' : `http://old.city.example${path}`,
    )
    expect(seen).toEqual(isOther ? [path] : [])
  })

  it.each([
    ['to nowhere', 'http://'],
    ['to an impossible port', 'http://www.city.example:99999/'],
    ['to another scheme', 'weixin://dl/business'],
    ['to a script', 'javascript:history.back()'],
  ])('%s are malformed', async (_name, location) => {
    const server = await serve(redirect(302, location))
    const { observation } = await ask(`${server.origin}/`)
    expect(observation.answer).toEqual({
      kind: 'failure',
      reason: 'malformed-redirect',
      message: `Location: ${location}`,
    })
    expect(observation.hops).toHaveLength(1)
  })

  it('with a password is malformed, and the password is not kept', async () => {
    const server = await serve(redirect(302, 'http://me:secret@www.city.example/?token=abc'))
    const { observation } = await ask(`${server.origin}/`)
    expect(observation.answer).toMatchObject({ message: 'Location: http://www.city.example/' })
    expect(observation.hops).toMatchObject([{ location: 'http://www.city.example/' }])
  })

  it.each([300, 304, 302])('%i without a Location is an answer', async (status) => {
    const server = await serve((_request, response) => void response.writeHead(status).end())
    const { observation } = await ask(`${server.origin}/`)
    expect(observation.answer).toMatchObject({ kind: 'response', status })
  })

  it('follows ten and no more', async () => {
    const steps =
      (last: number): Handler =>
      (request, response, at) => {
        const step = Number(request.url?.slice(1))
        if (step < last) redirect(302, `/${step + 1}`)(request, response, at)
        else page('arrived')(request, response, at)
      }
    const ten = await serve(steps(10))
    expect((await ask(`${ten.origin}/0`)).observation.answer).toMatchObject({ status: 200 })
    const eleven = await serve(steps(11))
    const { observation } = await ask(`${eleven.origin}/0`)
    expect(observation.answer).toMatchObject({ reason: 'too-many-redirects' })
    expect(eleven.requests).toHaveLength(11)
  })
})

describe('a circle of redirects', () => {
  it('is a loop', async () => {
    const server = await serve((request, response, at) =>
      redirect(302, request.url === '/a' ? '/b' : '/a')(request, response, at),
    )
    const { observation } = await ask(`${server.origin}/a`)
    expect(observation.answer).toMatchObject({ reason: 'redirect-loop' })
    expect(server.requests).toHaveLength(2)
  })

  it('to itself is a loop when the cookie that it set does not help', async () => {
    const server = await serve(redirect(302, '/', { 'set-cookie': 'seen=1; Path=/' }))
    const { observation } = await ask(`${server.origin}/`)
    expect(observation.answer).toMatchObject({ reason: 'redirect-loop' })
    expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, 'seen=1'])
  })

  it('to itself is none when the cookie that it set opens the page', async () => {
    const server = await serve((request, response, at) =>
      request.headers.cookie === 'seen=1; lang=zh'
        ? page('arrived')(request, response, at)
        : void response
            .writeHead(302, {
              location: '/',
              'set-cookie': ['seen=1; Path=/', 'lang=zh; HttpOnly', 'old=1; Max-Age=0'],
            })
            .end(),
    )
    const first = await ask(`${server.origin}/`)
    expect(first.observation.answer).toMatchObject({ status: 200 })
    expect(first.observation.hops).toHaveLength(1)
    await ask(`${server.origin}/`)
    expect(server.requests.map(({ headers }) => headers.cookie === undefined)).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('does not carry cookies to another host', async () => {
    const server = await serve(
      once(redirect(302, 'http://www.city.example/', { 'set-cookie': 'secret=1; Domain=city.example' })),
    )
    await ask('http://old.city.example/', { resolve: to(server.port) })
    expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
  })
})
