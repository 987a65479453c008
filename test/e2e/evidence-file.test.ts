import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WARCParser, WARCSerializer } from 'warcio'
import { openStore } from '../../src/store/open-store.ts'
import { portalAudit } from '../support/command-line.ts'
import { type EvidenceCity, evidenceCity, HOSTILE } from '../support/evidence-city.ts'

let city: EvidenceCity
let file: Buffer

const write = async (name: string): Promise<Buffer> => {
  const ended = await portalAudit('evidence', '-c', city.config, '--out', city.path(`${name}/run.warc.gz`))
  expect(ended.code).toBe(0)
  return readFile(city.path(`${name}/run.warc.gz`))
}

beforeAll(async () => {
  city = await evidenceCity()
  await city.audit()
  await city.audit()
  file = await write('first')
}, 60_000)
afterAll(() => city.close())

/** A record as warcio reads it, its block whole. */
interface Read {
  readonly type: string
  readonly target: string
  readonly head: (name: string) => string
  readonly block: string
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Every record, as warcio reads it; block digests are worked out by warcio and by hand. */
async function records(bytes: Uint8Array): Promise<readonly Read[]> {
  const read: Read[] = []
  for await (const record of WARCParser.iterRecords([bytes], { parseHttp: false, keepHeadersCase: true })) {
    const head = (name: string): string => record.warcHeader(name) ?? ''
    const before = head('WARC-Block-Digest')
    const block = await record.readFully(false)
    expect(before).toBe(`sha256:${sha256(block)}`)
    expect(Number(head('Content-Length'))).toBe(block.byteLength)
    read.push({
      type: record.warcType ?? '',
      target: new URL(record.warcTargetURI ?? 'about:warcinfo').pathname,
      head,
      block: Buffer.from(block).toString('utf8'),
    })
  }
  return read
}

/** What is golden of a record. */
const lineOf = ({ type, target, head, block }: Read): string =>
  [
    type,
    target,
    type === 'metadata' ? /"kind":"(\w+)"/.exec(block)?.[1] : block.split('\r\n')[0]?.trim(),
    head('WARC-Profile').split('/').at(-1),
    head('WARC-Truncated'),
  ]
    .filter((part) => part !== '')
    .join(' ')

describe('a file of evidence', () => {
  it('holds every kind of answer behind a finding', async () => {
    const lines = (await records(file)).slice(1).map(lineOf)
    expect(lines).toMatchInlineSnapshot(`
      [
        "metadata /column/ opinion",
        "metadata /cut/ opinion",
        "metadata /gone/ opinion",
        "metadata /column/ failure",
        "request /cut/ GET /cut/ HTTP/1.1",
        "response /cut/ HTTP/1.1 404 length",
        "metadata /cut/ response",
        "request /gone/ GET /gone/ HTTP/1.1",
        "response /gone/ HTTP/1.1 404",
        "metadata /gone/ response",
        "metadata /column/ failure",
        "request /cut/ GET /cut/ HTTP/1.1",
        "revisit /cut/ HTTP/1.1 404 identical-payload-digest length",
        "metadata /cut/ response",
        "request /gone/ GET /gone/ HTTP/1.1",
        "revisit /gone/ HTTP/1.1 404 identical-payload-digest",
        "metadata /gone/ response",
        "request /hostile/ GET /hostile/ HTTP/1.1",
        "response /hostile/ HTTP/1.1 200",
        "metadata /hostile/ response",
        "request /moved/ GET /moved/ HTTP/1.1",
        "response /moved/ HTTP/1.1 302 unspecified",
        "request /moved/here/ GET /moved/here/ HTTP/1.1",
        "response /moved/here/ HTTP/1.1 200",
        "metadata /moved/ response",
        "response /same/ HTTP/1.1 200",
        "request /same/ GET /same/ HTTP/1.1",
        "revisit /same/ HTTP/1.1 304 server-not-modified",
        "metadata /same/ response",
        "response /unchanged/ HTTP/1.1 200",
        "request /unchanged/ GET /unchanged/ HTTP/1.1",
        "revisit /unchanged/ HTTP/1.1 304 server-not-modified",
        "metadata /unchanged/ response",
        "request /zipped/ GET /zipped/ HTTP/1.1",
        "response /zipped/ HTTP/1.1 200",
        "metadata /zipped/ response",
      ]
    `)
  })

  it('is read by warcio, whose digests of blocks and payloads are those written', async () => {
    let responses = 0
    for await (const record of WARCParser.iterRecords([file], { keepHeadersCase: true })) {
      if (record.warcType === 'response' || record.warcType === 'request')
        expect(record.httpHeaders).not.toBeNull()
      if (record.warcType !== 'response') continue
      responses += 1
      const written = record.warcPayloadDigest
      const payload = await record.readFully(false)
      expect(written).toBe(`sha256:${sha256(payload)}`)
      expect(record.httpHeaders?.headers.get('content-encoding') ?? null).toBeNull()
    }
    expect(responses).toBeGreaterThan(6)
    for await (const record of WARCParser.iterRecords([file], { parseHttp: false, keepHeadersCase: true })) {
      if (record.warcType === 'warcinfo') continue
      const written = record.warcBlockDigest
      await new WARCSerializer(record, { digest: { algo: 'sha-256', prefix: 'sha256:' } }).digestRecord({
        recompute: true,
      })
      expect(record.warcBlockDigest).toBe(written)
    }
  })

  it('has ids that no two records share, and refers to no record but its own', async () => {
    const all = await records(file)
    const ids = new Set(all.map(({ head }) => head('WARC-Record-ID')))
    expect(ids.size).toBe(all.length)
    for (const { head } of all) {
      expect(head('WARC-Record-ID')).toMatch(
        /^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/,
      )
      for (const name of ['WARC-Concurrent-To', 'WARC-Refers-To', 'WARC-Warcinfo-ID'])
        if (head(name) !== '') expect(ids).toContain(head(name))
    }
  })

  it('says when each thing was seen, what was asked, and no cookie', async () => {
    const all = await records(file)
    const store = await openStore(city.path('store.db'))
    const [run] = await store.runs()
    const observations = await store.observations(run?.id ?? '').finally(() => store.close())
    for (const { type, head, block } of all) {
      if (type !== 'metadata') continue
      const { id, observedAt } = JSON.parse(block)
      expect(head('WARC-Date')).toBe(new Date(observedAt).toISOString())
      expect(observations.map((one) => one.id)).toContain(id)
    }
    const request = all.find(({ type, target }) => type === 'request' && target === '/unchanged/')
    expect(request?.block).toMatch(
      /^GET \/unchanged\/ HTTP\/1\.1\r\nhost: www\.city\.example\r\nuser-agent: /,
    )
    expect(request?.block).toContain('\r\nif-none-match: "v1"\r\n')
    expect(all.map(({ block }) => block).join('')).not.toContain('0123456789abcdef')
    const earlier = all.find(({ type, target }) => type === 'response' && target === '/unchanged/')
    const again = all.find(({ type, target }) => type === 'revisit' && target === '/unchanged/')
    expect(again?.head('WARC-Refers-To')).toBe(earlier?.head('WARC-Record-ID'))
    expect(Date.parse(again?.head('WARC-Date') ?? '')).toBeGreaterThan(
      Date.parse(earlier?.head('WARC-Date') ?? ''),
    )
  })

  it('keeps a body that is hostile byte for byte', async () => {
    const hostile = (await records(file)).find(
      ({ type, target }) => type === 'response' && target === '/hostile/',
    )
    expect(hostile?.block).toContain(HOSTILE)
  })

  it('is the same bytes when it is written again, each record a gzip member without time or system', async () => {
    expect((await write('again')).equals(file)).toBe(true)
    const members = file.toString('latin1').split('\x1f\x8b\x08\x00').slice(1)
    expect(members.every((one) => one.startsWith('\0\0\0\0') && one[5] === '\xff')).toBe(true)
    expect(gunzipSync(file).toString('latin1').split('WARC/1.1\r\n')).toHaveLength(members.length + 1)
    expect(await readdir(city.path('again'))).toEqual(['run.warc.gz'])
  })

  it('holds a picture of each page where that is wanted, drawn without network from what is stored', async () => {
    const out = city.path('pictures/run.warc.gz')
    const ended = await portalAudit('evidence', '--screenshots', '-c', city.config, '--out', out)
    expect(ended.code).toBe(0)
    const pictures: string[] = []
    const ids = new Set<string>()
    for await (const record of WARCParser.iterRecords([await readFile(out)], { parseHttp: false })) {
      ids.add(record.warcHeader('WARC-Record-ID') ?? '')
      const block = Buffer.from(await record.readFully(false))
      if (record.warcType !== 'resource') continue
      expect(block.subarray(1, 4).toString()).toBe('PNG')
      expect([block.readUInt32BE(16), block.readUInt32BE(20)]).toEqual([2560, 3200])
      expect(ids).toContain(record.warcHeader('WARC-Concurrent-To'))
      pictures.push(new URL(record.warcTargetURI ?? '').pathname)
    }
    expect(pictures).toContain('/hostile/')
    expect(pictures).toContain('/moved/here/')
  })

  it.each([
    ['an unknown run', ['--run', 'nonesuch'], 64, 'nonesuch'],
    ['a folder that cannot be', ['--out', '/proc/none/e.warc.gz'], 73, '/proc/none'],
  ])('is not written for %s', async (_what, options, code, words) => {
    const ended = await portalAudit('evidence', '-c', city.config, ...options)
    expect(ended.code).toBe(code)
    expect(ended.err).toContain(words)
  })
})
