import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type Authority,
  type CertificateSpec,
  makeAuthority,
  makeCertificate,
} from '../../fixtures/city/tls/certificate.ts'
import type { Answer, TlsFault } from '../../src/core/observation.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask } from './asking.ts'

const HOST = 'portal.gov.example'
const city = makeAuthority('City authority')
const stranger = makeAuthority('Stranger')
const office = makeAuthority('Office', city)
const strangersOffice = makeAuthority('Stranger’s office', stranger)
const DAY = 86_400_000
const sound: CertificateSpec = {
  names: [HOST],
  from: Date.UTC(2020, 0, 1),
  to: Date.UTC(2120, 0, 1),
  issuer: city,
}
const closers: (() => Promise<void>)[] = []
afterAll(async () => {
  await Promise.all(closers.map((close) => close()))
})

/** A server whose certificate differs from a sound one, sent together with those of `chain`. */
async function secured(
  handler: Handler,
  change: Partial<CertificateSpec>,
  chain: readonly Authority[] = [],
): Promise<LoopbackServer> {
  const { key, cert } = makeCertificate({ ...sound, ...change })
  const server = await startServer(handler, { key, cert: [cert, ...chain.map((one) => one.cert)].join('') })
  closers.push(server.close)
  return server
}

const resolveTo = (port: number) => [parseResolveRule(`${HOST}=127.0.0.1:${port}`)]

interface Behind {
  readonly answer: Answer
  /** Connections that the server saw. */
  readonly connections: number
}

async function behind(
  change: Partial<CertificateSpec>,
  chain: readonly Authority[] = [],
  ca: string | null = city.cert,
): Promise<Behind> {
  const server = await secured(page('hello'), change, chain)
  const { observation } = await ask(`https://${HOST}/`, { resolve: resolveTo(server.port), ca })
  return { answer: observation.answer, connections: server.connections() }
}

describe('a server with TLS', () => {
  it.each<[string, Partial<CertificateSpec>, readonly Authority[]]>([
    ['of an authority that we are told to trust', {}, []],
    ['for every host below', { names: ['*.gov.example'] }, []],
    ['for several hosts', { names: ['b.example', HOST] }, []],
    ['that ends soon', { to: Date.now() + DAY }, []],
    ['with the whole chain', { issuer: office }, [office]],
  ])('is trusted with a certificate %s', async (_what, change, chain) => {
    const { answer, connections } = await behind(change, chain)
    expect(answer).toMatchObject({ kind: 'response', status: 200 })
    expect(answer).not.toHaveProperty('tls')
    expect(connections).toBe(1)
  })

  it.each<[string, Partial<CertificateSpec>, readonly Authority[], TlsFault, string, object]>([
    [
      'expired',
      { to: Date.UTC(2021, 0, 1) },
      [],
      'expired',
      'CERT_HAS_EXPIRED',
      { validTo: Date.UTC(2021, 0, 1), matchesHost: true },
    ],
    [
      'not yet valid',
      { from: Date.UTC(2100, 0, 1) },
      [],
      'not-yet-valid',
      'CERT_NOT_YET_VALID',
      { validFrom: Date.UTC(2100, 0, 1) },
    ],
    [
      'another host’s',
      { names: ['b.example'] },
      [],
      'other-host',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      { matchesHost: false, names: ['b.example'] },
    ],
    ['its own', { issuer: null }, [], 'self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', { isSelfSigned: true }],
    [
      'sent without the one that vouches for it',
      { issuer: office },
      [],
      'incomplete-chain',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      { isSelfSigned: false, matchesHost: true },
    ],
    [
      'vouched for by a stranger’s office',
      { issuer: strangersOffice },
      [strangersOffice],
      'unknown-authority',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      { isSelfSigned: false, matchesHost: true },
    ],
    [
      'vouched for by a stranger',
      { issuer: strangersOffice },
      [strangersOffice, stranger],
      'unknown-authority',
      'SELF_SIGNED_CERT_IN_CHAIN',
      { isSelfSigned: false, matchesHost: true },
    ],
  ])(
    'is read without trust with a certificate that is %s',
    async (_what, change, chain, fault, code, certificate) => {
      const { answer, connections } = await behind(change, chain)
      expect(answer).toMatchObject({
        kind: 'response',
        status: 200,
        bytes: 5,
        tls: { fault, code, certificate: { host: HOST, ...certificate } },
      })
      expect(connections).toBe(2)
    },
  )

  it('is not trusted when nobody told us to trust the authority', async () => {
    const { answer } = await behind({}, [], null)
    expect(answer).toMatchObject({ kind: 'response', tls: { certificate: { matchesHost: true } } })
  })

  it.each<[string, TlsOptions]>([
    ['TLS 1.0', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' }],
    ['TLS 1.1', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }],
  ])('that speaks %s is read without trust', async (_what, options) => {
    const certificate = makeCertificate(sound)
    const server = createServer({ ...certificate, ...options }, (_request, response) => response.end('old'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closers.push(async () => void server.close())
    const { port } = server.address() as AddressInfo
    const { observation } = await ask(`https://${HOST}/`, { resolve: resolveTo(port), ca: city.cert })
    expect(observation.answer).toMatchObject({
      kind: 'response',
      bytes: 3,
      tls: { fault: 'old-protocol', certificate: { matchesHost: true } },
    })
  })
})

describe('behind a certificate that is not to be trusted', () => {
  const expired = { to: Date.UTC(2021, 0, 1) }
  const fault = { fault: 'expired', certificate: { host: HOST } }

  it('no cookie is sent, and none is taken', async () => {
    const server = await secured((request, response) => {
      response.setHeader('set-cookie', 'secret=1; Path=/')
      if (request.url === '/2') response.end('arrived')
      else response.writeHead(302, { location: '/2' }).end()
    }, expired)
    const plain = await startServer((_request, response) => {
      response.setHeader('set-cookie', `secret=0; Domain=${HOST}; Path=/`)
      response.writeHead(302, { location: `https://${HOST}/1` }).end()
    })
    closers.push(plain.close)
    const resolve = [...resolveTo(server.port), parseResolveRule(`www.${HOST}=127.0.0.1:${plain.port}`)]
    const { observation } = await ask(`http://www.${HOST}/`, { resolve, ca: city.cert })
    expect(observation.answer).toMatchObject({ kind: 'response', address: `https://${HOST}/2`, tls: fault })
    expect(server.requests.map(({ path, headers }) => [path, headers.cookie])).toEqual([
      ['/1', undefined],
      ['/2', undefined],
    ])
  })

  it('a redirect to a sound host ends there, and the fault is told', async () => {
    const end = await startServer(page('arrived'))
    closers.push(end.close)
    const location = `http://www.${HOST}/`
    const server = await secured(
      (_request, response) => void response.writeHead(301, { location }).end(),
      expired,
    )
    const resolve = [...resolveTo(server.port), parseResolveRule(`www.${HOST}=127.0.0.1:${end.port}`)]
    const { observation } = await ask(`https://${HOST}/`, { resolve, ca: city.cert })
    expect(observation.hops).toHaveLength(1)
    expect(observation.answer).toMatchObject({ kind: 'response', address: location, bytes: 7, tls: fault })
  })

  it.each<[string, Handler]>([
    [
      'a redirect to a host without a name',
      (_request, response) => void response.writeHead(302, { location: 'http://gone.example/' }).end(),
    ],
    ['a redirect to itself', (_request, response) => void response.writeHead(302, { location: '/' }).end()],
    ['a broken connection', (request) => void request.socket.destroy()],
  ])('%s is not held against anybody: the connection is what failed', async (_what, handler) => {
    const server = await secured(handler, expired)
    const resolve = [...resolveTo(server.port), parseResolveRule('gone.example=-')]
    const { observation } = await ask(`https://${HOST}/`, { resolve, ca: city.cert })
    expect(observation.hops).toEqual([])
    expect(observation.answer).toMatchObject({
      kind: 'failure',
      reason: 'tls-fault',
      message: 'CERT_HAS_EXPIRED',
      tls: fault,
    })
  })
})
