import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { ask, QUICK } from './asking.ts'

const servers: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

async function sending(
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const server = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers })
    response.end(body)
  })
  servers.push(server)
  return `${server.origin}/`
}

const TEXT = `<html>${'政务公开 '.repeat(500)}</html>`
const KIB = 1024
const limits = { ...QUICK.limits, body: 100 * KIB, otherBody: 4 * KIB }
const gzip = gzipSync(TEXT)

describe('a body', () => {
  it.each<readonly [string, Uint8Array | string, string]>([
    ['as it is', TEXT, 'identity'],
    ['in gzip', gzip, 'gzip'],
    ['in x-gzip', gzip, 'X-GZIP'],
    ['in gzip without its trailer', gzip.subarray(0, -8), 'gzip'],
    ['in deflate', deflateSync(TEXT), 'deflate'],
    ['in deflate without its header', deflateRawSync(TEXT), 'deflate'],
    ['in brotli', brotliCompressSync(TEXT), 'br'],
    ['in a coding that is none', TEXT, 'utf-8'],
    ['in gzip twice', gzipSync(gzip), 'gzip, gzip'],
    ['in gzip, then brotli', brotliCompressSync(gzip), 'gzip,br'],
    ['in one coding after no coding', gzip, 'identity, gzip'],
  ])('%s is kept whole, with its digest', async (_name, sent, encoding) => {
    const { observation, body } = await ask(await sending(sent, { 'content-encoding': encoding }))
    expect(Buffer.from(body?.bytes ?? []).toString()).toBe(TEXT)
    const digest = createHash('sha256').update(TEXT).digest('hex')
    expect(body?.digest).toBe(digest)
    expect(observation.answer).toMatchObject({
      kind: 'response',
      body: digest,
      bytes: Buffer.byteLength(TEXT),
      truncated: false,
    })
  })

  it.each(['', 'gzip', 'br'])('that is empty is none (%s)', async (encoding) => {
    const { observation, body } = await ask(await sending('', { 'content-encoding': encoding }))
    expect(body).toBeNull()
    expect(observation.answer).toMatchObject({ kind: 'response', body: null, bytes: 0, truncated: false })
  })

  const bomb = Buffer.alloc(50 * KIB * KIB, 'a')
  it.each<readonly [string, Uint8Array, string]>([
    ['of gzip', gzipSync(bomb), 'gzip'],
    ['of brotli', brotliCompressSync(bomb), 'br'],
    ['of gzip in gzip', gzipSync(gzipSync(bomb)), 'gzip, gzip'],
    ['of brotli in gzip', gzipSync(brotliCompressSync(bomb)), 'br, gzip'],
  ])('that is a bomb %s is cut', async (_name, sent, encoding) => {
    expect(sent.length).toBeLessThan(limits.body)
    const url = await sending(sent, { 'content-encoding': encoding })
    const { observation } = await ask(url, { limits })
    expect(observation.answer).toMatchObject({ kind: 'response', bytes: 100 * KIB, truncated: true })
  })

  it('in more codings than anybody needs is a trap', async () => {
    const url = await sending('plain', { 'content-encoding': Array(6).fill('gzip').join(', ') })
    const { observation } = await ask(url)
    expect(observation.answer).toMatchObject({ kind: 'failure', reason: 'decompression-fault' })
  })

  it('that fits the limit exactly is not cut', async () => {
    const { observation } = await ask(await sending('a'.repeat(100 * KIB), {}), { limits })
    expect(observation.answer).toMatchObject({ bytes: 100 * KIB, truncated: false })
  })

  it('without end is cut and its connection destroyed', async () => {
    let isClosed = false
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const more = (): void => {
        while (!isClosed && response.write('a'.repeat(10 * KIB)));
      }
      response.on('drain', more).on('close', () => {
        isClosed = true
      })
      more()
    })
    servers.push(server)
    const { observation } = await ask(`${server.origin}/`, { limits })
    expect(observation.answer).toMatchObject({ kind: 'response', bytes: 100 * KIB, truncated: true })
    await expect.poll(() => isClosed).toBe(true)
  })

  it.each<readonly [string, boolean]>([
    ['', true],
    ['text/html', true],
    ['TEXT/HTML;charset=gb2312', true],
    ['text/plain', true],
    ['html', true],
    ['application/xhtml+xml', true],
    ['application/rss+xml', true],
    ['application/json', true],
    ['application/javascript', true],
    ['image/png', false],
    ['image/svg+xml', false],
    ['video/mp4', false],
    ['application/zip', false],
    ['application/octet-stream', false],
    ['application/pdf', false],
    ['application/msword', false],
    ['application/vnd.ms-excel', false],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
  ])('of type "%s" is read whole: %s', async (type, isWhole) => {
    const url = await sending('a'.repeat(50 * KIB), { 'content-type': type })
    const { observation } = await ask(url, { limits })
    const bytes = isWhole ? 50 * KIB : 4 * KIB
    expect(observation.answer).toMatchObject({ kind: 'response', bytes, truncated: !isWhole })
  })
})
