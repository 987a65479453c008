import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/core/observation.ts'
import { lookupWith } from '../../src/fetch/lookup.ts'
import type { FetchOptions } from '../../src/fetch/options.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { startServer } from '../support/server.ts'
import { ask, QUICK } from './asking.ts'
import { type Reply, startNameServer } from './name-server.ts'

const NAME = 'http://portal-audit-0a1b.sh.example/'

const lookUp = async (options: Partial<FetchOptions>): Promise<Answer> =>
  (await ask(NAME, options, { purpose: 'catch-all' })).observation.answer

describe('a name that cannot exist', () => {
  it.each<readonly [Reply, Answer]>([
    ['address', { kind: 'lookup', addresses: ['192.0.2.1'], isOurs: false }],
    ['no-such-name', { kind: 'lookup', addresses: [], isOurs: false }],
    ['no-records', { kind: 'lookup', addresses: [], isOurs: false }],
    ['failure', { kind: 'failure', reason: 'name-server-failure', message: 'ESERVFAIL' }],
  ])('a name server says %s', async (reply, want) => {
    const server = await startNameServer(reply)
    const lookup: FetchOptions['lookup'] = async (host) =>
      (await server.resolver.resolve4(host)).map((address) => ({ address, family: 4 }))
    try {
      expect(await lookUp({ lookup })).toEqual(want)
    } finally {
      server.close()
    }
  })

  it('that no name server answers for is no proof', async () => {
    const timeouts = { ...QUICK.timeouts, connect: 50 }
    const answer = await lookUp({ lookup: () => new Promise<never>(() => undefined), timeouts })
    expect(answer).toMatchObject({ kind: 'failure', reason: 'lookup-timeout' })
  })

  it.each(['*.sh.example=127.0.0.1:1', 'www.sh.example=127.0.0.1:1', '*.example=-'])(
    'is nobody’s to ask where our own rule says where its neighbours are: %s',
    async (rule) => {
      const lookup = () => Promise.reject(new Error('asked'))
      const answer = await lookUp({ lookup, resolve: [parseResolveRule(rule)] })
      expect(answer).toEqual({ kind: 'lookup', addresses: [], isOurs: true })
    },
  )

  it('is really looked up, and not asked for', async () => {
    const server = await startNameServer('no-such-name')
    const answer = await lookUp({ lookup: lookupWith(server.resolver) })
    server.close()
    expect(answer).toEqual({ kind: 'lookup', addresses: [], isOurs: false })
  })
})

describe('hosts of standard footer links', () => {
  it('are asked only where they are registered, by redirects neither', async () => {
    const seen = await startServer((request, response) => {
      const away = request.headers.host?.startsWith('www.') === true
      response.writeHead(away ? 302 : 200, away ? { location: 'http://footer.test/x' } : {}).end('ok')
    })
    const resolve = [
      parseResolveRule(`*.test=127.0.0.1:${seen.port}`),
      parseResolveRule(`footer.test=127.0.0.1:${seen.port}`),
    ]
    const options = { resolve, syntaxOnly: ['footer.test'], obeyRobots: false }
    const brought = async (text: string, origin: 'registered' | 'discovered') => {
      const { answer } = (await ask(text, options, { origin })).observation
      return answer.kind === 'failure' ? answer.reason : answer.kind
    }
    expect(await brought('http://footer.test/', 'discovered')).toBe('syntax-only')
    expect(await brought('http://a.footer.test/', 'discovered')).toBe('syntax-only')
    expect(await brought('http://www.test/', 'discovered')).toBe('syntax-only')
    expect(seen.requests.map((one) => one.host)).toEqual(['www.test'])
    expect(await brought('http://footer.test/', 'registered')).toBe('response')
    await seen.close()
  })
})
