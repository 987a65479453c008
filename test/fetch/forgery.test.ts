import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseAllowRule } from '../../src/fetch/allow.ts'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import type { IpAddress, Lookup } from '../../src/fetch/lookup.ts'
import type { FetchOptions } from '../../src/fetch/options.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { ask, failure, probe, QUICK } from './asking.ts'
import { type SecretServer, startSecretServer } from './secret-server.ts'

/** What the name server of an attacker says of the names below evil.example. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'loopback.evil.example': ['127.0.0.1'],
  'six.evil.example': ['::1'],
  'mapped.evil.example': ['::ffff:127.0.0.1'],
  'compatible.evil.example': ['::127.0.0.1'],
  'nothing.evil.example': ['0.0.0.0'],
  'unspecified.evil.example': ['::'],
  'private.evil.example': ['10.0.0.1'],
  'unique-local.evil.example': ['fd00::1'],
  'link-local.evil.example': ['fe80::1'],
  'carrier.evil.example': ['100.64.0.1'],
  'metadata.evil.example': ['169.254.169.254'],
  'translated.evil.example': ['64:ff9b::7f00:1'],
  'six-to-four.evil.example': ['2002:7f00:1::1'],
  'one-of-two.evil.example': ['8.8.8.8', '127.0.0.1'],
  'first-of-two.evil.example': ['127.0.0.1', '8.8.8.8'],
  'no-address.evil.example': ['not an address'],
}

const addressOf = (address: string): IpAddress => ({ address, family: address.includes(':') ? 6 : 4 })
const lookup: Lookup = async (host) => (NAMES[host] ?? []).map(addressOf)

const HOSTS: readonly string[] = [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '127.0x0.0.01',
  '①②⑦.⓪.⓪.①',
  '１２７。０。０。１',
  '%31%32%37.0.0.1',
  '0',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::127.0.0.1]',
  '[2002:7f00:1::1]',
  '[fe80::1]',
  '169.254.169.254',
  '[::ffff:a9fe:a9fe]',
  '[fd00:ec2::254]',
  '100.100.100.200',
  '168.63.129.16',
  ...Object.keys(NAMES),
]

let secret: SecretServer
let front: LoopbackServer
let guarded: Partial<FetchOptions>
beforeAll(async () => {
  secret = await startSecretServer()
  front = await startServer((request, response) => {
    const location = new URL(request.url ?? '/', 'http://x').searchParams.get('to') ?? '/'
    // Raw UTF-8, as servers send it.
    response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end()
  })
  const resolve = [parseResolveRule(`www.city.example=127.0.0.1:${front.port}`)]
  guarded = { allowPrivate: false, lookup, resolve, timeouts: { ...QUICK.timeouts, connect: 200 } }
})
afterAll(async () => {
  await Promise.all([secret.close(), front.close()])
})
let before = 0
beforeEach(() => {
  before = secret.connections()
})

describe('an address that leads inside', () => {
  it.each(HOSTS)('is not asked: %s', async (host) => {
    expect(await failure(`http://${host}:${secret.port}/`, guarded)).toBe('forbidden-address')
    expect(await failure(`https://${host}:${secret.port}/`, guarded)).toBe('forbidden-address')
    expect(secret.connections()).toBe(before)
  })

  it.each(HOSTS)('is not asked after a redirect: %s', async (host) => {
    const to = encodeURIComponent(`http://${host}:${secret.port}/`)
    expect(await failure(`http://www.city.example/?to=${to}`, guarded)).toBe('forbidden-address')
    expect(secret.connections()).toBe(before)
  })

  it.each(['127.0.0.1', '[::1]', 'loopback.evil.example', 'one-of-two.evil.example'])(
    'is not asked by another engine: %s',
    async (host) => {
      const at = `http://${host}:${secret.port}/`
      for (const url of [at, `http://www.city.example/?to=${encodeURIComponent(at)}`]) {
        const { observation } = await ask(url, guarded, { purpose: 'opinion' })
        expect(observation.answer).toMatchObject({ kind: 'opinion', works: null })
      }
      expect(secret.connections()).toBe(before)
    },
  )

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'gopher://127.0.0.1:70/', 'data:text/html,x'])(
    'is no address at all: %s',
    async (to) => {
      const url = `http://www.city.example/?to=${encodeURIComponent(to)}`
      expect(await failure(url, guarded)).toBe('malformed-redirect')
    },
  )
})

describe('a name that changes its mind', () => {
  it.each<[string, readonly string[]]>([
    ['public, then inside', ['8.8.8.8', '127.0.0.1']],
    ['inside, then public', ['127.0.0.1', '8.8.8.8']],
  ])('leads nowhere but where it was looked at: %s', async (_what, answers) => {
    let at = 0
    const rebinding: Lookup = async () => {
      const address = answers[at % answers.length] ?? ''
      at += 1
      return [addressOf(address)]
    }
    const fetcher = createFetcher({ ...QUICK, ...guarded, lookup: rebinding })
    for (const turn of [1, 2, 3, 4]) {
      const asked = await fetcher.fetch(probe(`http://rebind.evil.example:${secret.port}/${turn}`))
      expect(asked.observation.answer.kind).toBe('failure')
    }
    await fetcher.close()
    // Once to see whose connections count together, and anew at each connection: what was seen first opens nothing.
    expect(at).toBe(5)
    expect(secret.connections()).toBe(before)
  })
})

describe('what the options open', () => {
  it.each<[string, Partial<FetchOptions>, string, string | number]>([
    ['everything', { allowPrivate: true }, 'loopback.evil.example', 200],
    ['everything, but no metadata', { allowPrivate: true }, '169.254.169.254', 'forbidden-address'],
    [
      'everything, but no metadata by name',
      { allowPrivate: true },
      'metadata.evil.example',
      'forbidden-address',
    ],
    ['a network', { allow: [parseAllowRule('127.0.0.0/8')] }, '127.0.0.1', 200],
    ['a network, by name', { allow: [parseAllowRule('127.0.0.0/8')] }, 'loopback.evil.example', 200],
    ['another network', { allow: [parseAllowRule('10.0.0.0/8')] }, '127.0.0.1', 'forbidden-address'],
    ['a host', { allow: [parseAllowRule('loopback.evil.example')] }, 'loopback.evil.example', 200],
    [
      'another host',
      { allow: [parseAllowRule('oa.evil.example')] },
      'loopback.evil.example',
      'forbidden-address',
    ],
    [
      'a host, not its address',
      { allow: [parseAllowRule('loopback.evil.example')] },
      '127.0.0.1',
      'forbidden-address',
    ],
    [
      'hosts, but no metadata',
      { allow: [parseAllowRule('*.evil.example')] },
      'metadata.evil.example',
      'forbidden-address',
    ],
    [
      'one of two addresses',
      { allow: [parseAllowRule('10.0.0.0/8')] },
      'one-of-two.evil.example',
      'forbidden-address',
    ],
  ])('%s', async (_what, options, host, expected) => {
    expect(await failure(`http://${host}:${secret.port}/`, { ...guarded, ...options })).toBe(expected)
  })

  it('is what a resolve rule points to, and nothing behind it', async () => {
    const to = (address: string) => `http://www.city.example/?to=${encodeURIComponent(address)}`
    expect(await failure(to('/'), guarded)).toBe('redirect-loop')
    expect(await failure(to(`http://127.0.0.1:${front.port}/`), guarded)).toBe('forbidden-address')
  })
})
