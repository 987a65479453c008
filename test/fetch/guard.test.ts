import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isForbidden } from '../../src/fetch/guard.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type LoopbackServer, page, startServer } from '../support/server.ts'
import { failure } from './asking.ts'

describe('an IP address', () => {
  it.each<readonly [string, boolean]>([
    ['8.8.8.8', false],
    ['101.226.4.6', false],
    ['2400:3200::1', false],
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['0.0.0.0', true],
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['192.168.1.1', true],
    ['100.64.0.1', true],
    ['169.254.169.254', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['240.0.0.1', true],
    ['::', true],
    ['::1', true],
    ['fe80::1', true],
    ['fc00::1', true],
    ['ff02::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['', true],
    ['www.gov.example', true],
  ])('%s is forbidden: %s', (text, expected) => {
    expect(isForbidden(text)).toBe(expected)
  })
})

describe('private addresses', () => {
  let server: LoopbackServer
  beforeAll(async () => {
    server = await startServer((request, response, at) => {
      const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to')
      if (to === null) page('hello')(request, response, at)
      else response.writeHead(302, { location: to }).end()
    })
  })
  afterAll(() => server.close())

  const guarded = { allowPrivate: false }

  it.each([
    ['an IPv4 literal', () => `http://127.0.0.1:${server.port}/`],
    ['an odd IPv4 literal', () => `http://0x7f.1:${server.port}/`],
    ['an IPv6 literal', () => `http://[::1]:${server.port}/`],
    ['a mapped literal', () => `http://[::ffff:127.0.0.1]:${server.port}/`],
    ['a name', () => `http://localhost:${server.port}/`],
    ['the metadata service', () => 'http://169.254.169.254/latest/meta-data/'],
  ])('are not asked by %s', async (_name, url) => {
    expect(await failure(url(), guarded)).toBe('forbidden-address')
    expect(server.requests).toEqual([])
  })

  it('may be asked where the options say so, or a resolve rule names the host', async () => {
    expect(await failure(`http://127.0.0.1:${server.port}/`)).toBe(200)
    const resolve = [parseResolveRule(`www.gov.example=127.0.0.1:${server.port}`)]
    expect(await failure('http://www.gov.example/', { ...guarded, resolve })).toBe(200)
  })

  it('are not asked after a redirect from a host that a rule names', async () => {
    const resolve = [parseResolveRule(`www.gov.example=127.0.0.1:${server.port}`)]
    const before = server.requests.length
    const to = encodeURIComponent(`http://127.0.0.1:${server.port}/secret`)
    expect(await failure(`http://www.gov.example/?to=${to}`, { ...guarded, resolve })).toBe(
      'forbidden-address',
    )
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual([`/?to=${to}`])
  })
})
