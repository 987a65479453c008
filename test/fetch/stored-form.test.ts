import { afterAll, describe, expect, it } from 'vitest'
import { isAuthentication } from '../../src/facts/forms/authentication-address.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { address, ask } from './asking.ts'

const servers: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

const SECRET = 'a1b2c3d4'.repeat(4)

async function serve(handler: Handler): Promise<LoopbackServer> {
  const server = await startServer(handler)
  servers.push(server)
  return server
}

describe('what is stored of a sign-on', () => {
  it('is where it led, and nothing that lets anybody in', async () => {
    const steps: Readonly<Record<string, string>> = {
      '/apply': `http://sso.city.example/login;jsessionid=${SECRET}?service=http%3A%2F%2Fwww.city.example%2Fapply%3Fticket%3D${SECRET}&SAMLRequest=${SECRET}`,
      [`/login;jsessionid=${SECRET}`]: `http://www.city.example/back?ticket=${SECRET}&code=${SECRET}&item=7#token=${SECRET}`,
    }
    const server = await serve((request, response, at) => {
      const location = steps[new URL(request.url ?? '', 'http://x').pathname]
      response.setHeader('set-cookie', [`JSESSIONID=${SECRET}; Path=/; HttpOnly`, `b=${SECRET}`])
      response.setHeader('x-csrf-token', SECRET)
      response.setHeader('content-location', `/back?token=${SECRET}`)
      response.setHeader('refresh', `9; url=/again;jsessionid=${SECRET}`)
      if (location === undefined) page('hello')(request, response, at)
      else response.writeHead(302, { location }).end()
    })
    const resolve = ['www', 'sso'].map((one) =>
      parseResolveRule(`${one}.city.example=127.0.0.1:${server.port}`),
    )
    const { observation } = await ask('http://www.city.example/apply', { resolve })
    expect(JSON.stringify(observation)).not.toContain(SECRET)
    expect(observation.hops.map(({ location }) => location)).toEqual([
      'http://sso.city.example/login?service=http%3A%2F%2Fwww.city.example%2Fapply',
      'http://www.city.example/back?item=7',
    ])
    expect(observation.hops.map((hop) => isAuthentication(hop.address))).toEqual([false, true])
    expect(observation.answer).toMatchObject({
      address: 'http://www.city.example/back?item=7',
      headers: {
        'set-cookie': 'JSESSIONID=; Path=/; HttpOnly, b=',
        'x-csrf-token': '',
        'content-location': '/back',
        refresh: '9; url=/again',
      },
    })
    // What was really asked had all of it.
    expect(server.requests.map(({ path }) => path.includes(SECRET))).toEqual([false, true, true])
  })

  it('keeps the address that was asked as it is', async () => {
    const server = await serve(page('hello'))
    const asked = address(`${server.origin}/x?token=${SECRET}`)
    const { observation } = await ask(asked)
    expect(observation).toMatchObject({ address: asked, answer: { address: asked } })
  })
})
