import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

let space: Workspace
let server: LoopbackServer

beforeAll(async () => {
  space = await workspace()
  server = await startServer((_request, response) => {
    response.writeHead(503, { 'content-type': 'text/html' })
    response.end('<title>503</title>')
  })
})

afterAll(async () => {
  await server.close()
  await space.remove()
})

const crawl = (...args: readonly string[]) =>
  portalAudit('crawl', ...args, '--store', space.path('crawl.db'), '--quiet')

describe('crawl refuses', () => {
  it.each([
    ['an address without a scheme', ['www.gov.example'], 64, 'expected http://'],
    ['another scheme', ['ftp://www.gov.example/'], 64, 'not-http'],
    ['several formats in one stream', ['http://a.example/', '--format', 'json,csv'], 64, '--out DIR'],
    ['a host with a scheme', ['http://a.example/', '--host', 'http://b.example/'], 64, 'the name of a host'],
    ['a host with a port', ['http://a.example/', '--host', 'b.example:8080'], 64, 'the name of a host'],
    ['no host', ['http://a.example/', '--host', ''], 64, 'the name of a host'],
    ['a prefix that is no path', ['http://a.example/', '--prefix', 'a'], 64, 'starts with /'],
    ['no depth', ['http://a.example/', '--depth', '-1'], 64, 'whole number'],
  ] as const)('%s', async (_what, args, code, words) => {
    const ended = await crawl(...args)
    expect(ended.err).toContain(words)
    expect(ended.code).toBe(code)
    expect(ended.out).toBe('')
  })

  it('to call a site clean whose start could not be read', async () => {
    expect((await crawl(`${server.origin}/`)).code).toBe(75)
    expect((await crawl('http://127.0.0.1:1/')).code).toBe(75)
  })
})
