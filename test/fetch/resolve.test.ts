import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT, InputError } from '../../src/core/errors.ts'
import { parseResolveRule, resolveRuleFor } from '../../src/fetch/resolve.ts'
import { type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask, failure, QUICK } from './asking.ts'
import { SELF_SIGNED } from './self-signed.ts'

const target = (address: string, port: number) => ({ address, port })

describe('a resolve rule', () => {
  it.each([
    [
      'www.gov.example=127.0.0.1:8080',
      { host: 'www.gov.example', wildcard: false, target: target('127.0.0.1', 8080) },
    ],
    ['*.gov.example=10.0.0.1:80', { host: 'gov.example', wildcard: true, target: target('10.0.0.1', 80) }],
    [
      'WWW.Gov.Example=[::1]:65535',
      { host: 'www.gov.example', wildcard: false, target: target('::1', 65_535) },
    ],
    [
      '中国.example=127.0.0.1:80',
      { host: 'xn--fiqs8s.example', wildcard: false, target: target('127.0.0.1', 80) },
    ],
    ['gone.example=-', { host: 'gone.example', wildcard: false, target: null }],
    ['*.gone.example=-', { host: 'gone.example', wildcard: true, target: null }],
    [' localhost=127.0.0.1:1 ', { host: 'localhost', wildcard: false, target: target('127.0.0.1', 1) }],
  ])('%s is read', (text, rule) => {
    expect(parseResolveRule(text)).toEqual(rule)
  })

  it.each([
    '',
    'www.gov.example',
    'www.gov.example=',
    '=127.0.0.1:80',
    'www.gov.example=127.0.0.1',
    'www.gov.example=127.0.0.1:0',
    'www.gov.example=127.0.0.1:65536',
    'www.gov.example=127.0.0.1:port',
    'www.gov.example=256.0.0.1:80',
    'www.gov.example=localhost:80',
    'www.gov.example=::1:80',
    'www.gov.example=[127.0.0.1]:80',
    'www.gov.example:80:127.0.0.1',
    'http://www.gov.example=127.0.0.1:80',
    'www.*.example=127.0.0.1:80',
    '*=127.0.0.1:80',
  ])('“%s” is refused with what was expected', (text) => {
    const parse = () => parseResolveRule(text)
    expect(parse).toThrow(InputError)
    expect(parse).toThrow(`“${text}”`)
    expect(parse).toThrow('HOST=ADDR:PORT')
    expect(parse).toThrow(expect.objectContaining({ exitCode: EXIT.usage }))
  })

  const rules = [
    '*.example=10.0.0.1:1',
    '*.gov.example=10.0.0.1:2',
    'www.gov.example=10.0.0.1:3',
    '*.gov.example=-',
  ].map(parseResolveRule)
  it.each([
    ['www.gov.example', 3],
    ['WWW.gov.example', 3],
    ['tax.gov.example', 2],
    ['a.b.gov.example', 2],
    ['gov.example', 1],
    ['notgov.example', 1],
    ['example', undefined],
    ['gov.example.com', undefined],
  ])('%s is asked at port %s', (host, port) => {
    expect(resolveRuleFor(host, rules)?.target?.port).toBe(port)
  })
})

describe('asking by a resolve rule', () => {
  const servers: Pick<LoopbackServer, 'close'>[] = []
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()))
  })

  it('keeps the Host header, port of the address and all', async () => {
    const server = await startServer(page('hello'))
    servers.push(server)
    const resolve = [parseResolveRule(`*.gov.example=127.0.0.1:${server.port}`)]
    await ask('http://www.gov.example/', { resolve })
    await ask('http://tax.gov.example:8088/x', { resolve })
    expect(server.requests.map(({ host, path }) => host + path)).toEqual([
      'www.gov.example/',
      'tax.gov.example:8088/x',
    ])
  })

  it('keeps the TLS server name', async () => {
    const names: string[] = []
    const server = createServer({
      ...SELF_SIGNED,
      SNICallback: (name, done) => {
        names.push(name)
        done(null)
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push({ close: async () => void server.close() })
    const { port } = server.address() as AddressInfo
    const resolve = [parseResolveRule(`portal.gov.example=127.0.0.1:${port}`)]
    const timeouts = { ...QUICK.timeouts, headers: 50 }
    expect(await failure('https://portal.gov.example/', { resolve, timeouts })).toBe('tls-fault')
    expect(new Set(names)).toEqual(new Set(['portal.gov.example']))
  })
})
