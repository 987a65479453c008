import { afterAll, describe, expect, it } from 'vitest'
import { type CertificateSpec, makeAuthority, makeCertificate } from '../../fixtures/city/tls/certificate.ts'
import type { Answer } from '../../src/core/observation.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { startServer } from '../support/server.ts'
import { ask } from './asking.ts'

const HOST = 'portal.gov.example'
const city = makeAuthority('City authority')
const stranger = makeAuthority('Stranger')
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

async function answerBehind(
  change: Partial<CertificateSpec>,
  ca: string | null = city.cert,
): Promise<Answer> {
  const server = await startServer(
    (_request, response) => void response.end('hello'),
    makeCertificate({ ...sound, ...change }),
  )
  closers.push(server.close)
  const resolve = [parseResolveRule(`${HOST}=127.0.0.1:${server.port}`)]
  const { observation } = await ask(`https://${HOST}/`, { resolve, ca })
  if (observation.answer.kind === 'failure') expect(server.requests).toEqual([])
  return observation.answer
}

describe('a server with TLS', () => {
  it.each<[string, Partial<CertificateSpec>]>([
    ['of an authority that we are told to trust', {}],
    ['for every host below', { names: ['*.gov.example'] }],
    ['for several hosts', { names: ['b.example', HOST] }],
    ['that ends soon', { to: Date.now() + DAY }],
  ])('is talked to with a certificate %s', async (_what, change) => {
    expect((await answerBehind(change)).kind).toBe('response')
  })

  it.each<[string, Partial<CertificateSpec>, string, object]>([
    [
      'expired',
      { to: Date.UTC(2021, 0, 1) },
      'CERT_HAS_EXPIRED',
      { validTo: Date.UTC(2021, 0, 1), matchesHost: true },
    ],
    [
      'not yet valid',
      { from: Date.UTC(2100, 0, 1) },
      'CERT_NOT_YET_VALID',
      { validFrom: Date.UTC(2100, 0, 1) },
    ],
    [
      'another host’s',
      { names: ['b.example'] },
      'ERR_TLS_CERT_ALTNAME_INVALID',
      { matchesHost: false, names: ['b.example'] },
    ],
    ['its own', { issuer: null }, 'DEPTH_ZERO_SELF_SIGNED_CERT', { isSelfSigned: true }],
    [
      'a stranger’s',
      { issuer: stranger },
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      { isSelfSigned: false, matchesHost: true },
    ],
  ])(
    'is refused, before anything is asked, with a certificate that is %s',
    async (_what, change, message, certificate) => {
      const answer = await answerBehind(change)
      expect(answer).toMatchObject({
        kind: 'failure',
        reason: 'tls-fault',
        message,
        tls: { code: message, certificate: { host: HOST, ...certificate } },
      })
    },
  )

  it('is refused when nobody told us to trust the authority', async () => {
    expect((await answerBehind({}, null)).kind).toBe('failure')
  })
})
