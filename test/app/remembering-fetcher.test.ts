import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rememberingFetcher } from '../../src/app/remembering-fetcher.ts'
import type { Address } from '../../src/core/address.ts'
import type { Observation } from '../../src/core/observation.ts'
import type { Purpose } from '../../src/core/probe.ts'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import type { Fetched } from '../../src/fetch/fetcher.ts'
import { QUICK } from '../fetch/asking.ts'
import { type Handler, type LoopbackServer, startServer } from '../support/server.ts'

const DAY = 86_400_000
const TEXT = `<title>通知</title>${'内容'.repeat(500)}`
const OTHER = `<title>通知</title>${'新内容'.repeat(500)}`
const LONG_AGO = 'Fri, 01 Jan 2021 00:00:00 GMT'
const TYPE = { 'content-type': 'text/html; charset=utf-8' }

/** A page that answers 304 to whoever knows its version, as it stands on the first or on a later visit. */
const versioned =
  (headers: Readonly<Record<string, string>>, later = headers, text = TEXT, laterText = text): Handler =>
  (request, response, at) => {
    const now = at === 0 ? headers : later
    const { 'if-none-match': etag, 'if-modified-since': since } = request.headers
    const isKnown =
      etag === undefined ? since !== undefined && since === now['last-modified'] : etag === now.etag
    response.writeHead(isKnown ? 304 : 200, { ...TYPE, ...now })
    response.end(isKnown ? undefined : at === 0 ? text : laterText)
  }

/** Says that nothing has changed whatever it is asked, once it is asked for the second time. */
const always304 =
  (headers: Readonly<Record<string, string>>, later: Readonly<Record<string, string>> = {}): Handler =>
  (request, response, at) => {
    const isConditional = request.headers['if-none-match'] ?? request.headers['if-modified-since']
    const isUnchanged = at > 0 && isConditional !== undefined
    response.writeHead(isUnchanged ? 304 : 200, isUnchanged ? later : { ...TYPE, ...headers })
    response.end(isUnchanged ? undefined : TEXT)
  }

interface Case {
  readonly name: string
  readonly handler: Handler
  /** Days from the first visit to the second. */
  readonly days?: number
  readonly purpose?: Purpose
  /** What becomes of the second visit; `refused`: 304, but it is asked again without a condition. */
  readonly second: 'unchanged' | 'whole' | 'refused'
}

const CASES: readonly Case[] = [
  { name: 'ETag', handler: versioned({ etag: '"1"' }), second: 'unchanged' },
  { name: 'weak ETag', handler: versioned({ etag: 'W/"1"' }), second: 'unchanged' },
  { name: 'date of change', handler: versioned({ 'last-modified': LONG_AGO }), second: 'unchanged' },
  {
    name: 'date without the answer’s own',
    handler: versioned({ 'last-modified': LONG_AGO, date: '' }),
    second: 'whole',
  },
  {
    name: 'ETag that has changed',
    handler: versioned({ etag: '"1"' }, { etag: '"2"' }, TEXT, OTHER),
    second: 'whole',
  },
  { name: 'neither', handler: versioned({}), second: 'whole' },
  { name: 'same page without a version', handler: versioned({}, {}), second: 'whole' },
  {
    name: 'Vary: Accept-Encoding',
    handler: versioned({ etag: '"1"', vary: 'Accept-Encoding' }),
    second: 'unchanged',
  },
  { name: 'Vary: *', handler: versioned({ etag: '"1"', vary: '*' }), second: 'whole' },
  {
    name: 'Vary: User-Agent with an ETag',
    handler: versioned({ etag: '"1"', vary: 'User-Agent' }),
    second: 'unchanged',
  },
  {
    name: 'Vary: User-Agent with a date',
    handler: versioned({ 'last-modified': LONG_AGO, vary: 'User-Agent' }),
    second: 'whole',
  },
  {
    name: 'a server that lies, within a week',
    handler: always304({ etag: '"1"' }),
    days: 6.9,
    second: 'unchanged',
  },
  { name: 'a server that lies, after a week', handler: always304({ etag: '"1"' }), days: 7, second: 'whole' },
  {
    name: '304 about another version',
    handler: always304({ etag: '"1"' }, { etag: '"9"' }),
    second: 'refused',
  },
  {
    name: '304 that calls it weak',
    handler: always304({ etag: '"1"' }, { etag: 'W/"1"' }),
    second: 'unchanged',
  },
  {
    name: 'a page cut short',
    handler: versioned({ etag: '"1"' }, undefined, 'x'.repeat(3_000_000)),
    second: 'whole',
  },
  { name: 'a second request', handler: versioned({ etag: '"1"' }), purpose: 'repeat', second: 'whole' },
  { name: 'a control page', handler: versioned({ etag: '"1"' }), purpose: 'control', second: 'whole' },
]

let servers: readonly LoopbackServer[]
const fetcher = createFetcher({ ...QUICK, limits: { ...QUICK.limits, body: 2_000_000 } })

beforeAll(async () => {
  servers = await Promise.all(CASES.map(({ handler }) => startServer(handler)))
})

afterAll(async () => {
  await fetcher.close()
  await Promise.all(servers.map((server) => server.close()))
})

function visitOf(server: LoopbackServer | undefined, purpose: Purpose) {
  return { purpose, address: `${server?.origin}/` as Address, origin: 'registered' } as const
}

const remembering = (
  observations: readonly Observation[],
  bodies: readonly Fetched['body'][],
  days: number,
) =>
  rememberingFetcher(fetcher, {
    observations,
    store: { body: async (digest) => bodies.find((one) => one?.digest === digest)?.bytes ?? null },
    maximumAge: 7 * DAY,
    now: () => (observations[0]?.observedAt ?? 0) + days * DAY,
  })

const responseOf = ({ observation: { answer } }: Fetched) => {
  if (answer.kind !== 'response') throw new Error(answer.kind)
  return answer
}

describe('a page that an earlier run has seen', () => {
  it.each(CASES.map((one, at) => [one.name, one, at] as const))('%s', async (_name, one, at) => {
    const { days = 1, purpose = 'visit', second } = one
    const server = servers[at]
    const probe = visitOf(server, purpose)
    const first = await fetcher.fetch(probe)
    const again = await remembering([first.observation], [first.body], days).fetch(probe)
    const [before, now] = [responseOf(first), responseOf(again)]
    expect(now.status).toBe(200)
    expect(server?.requests.length).toBe(second === 'refused' ? 3 : 2)
    expect(now.body).toBe(
      createHash('sha256')
        .update(again.body?.bytes ?? '')
        .digest('hex'),
    )
    expect(now.headers['content-type']).toBe(before.headers['content-type'])
    expect('unchangedSince' in now).toBe(second === 'unchanged')
    if (second !== 'unchanged') return
    expect(now).toMatchObject({
      body: before.body,
      bytes: before.bytes,
      unchangedSince: first.observation.observedAt,
    })
    expect(again.body).toEqual(first.body)
    expect(again.observation.observedAt).toBeGreaterThanOrEqual(first.observation.observedAt)
  })

  it('keeps when it was read whole, from 304 to 304', async () => {
    const server = servers[0]
    const probe = visitOf(server, 'visit')
    const first = await fetcher.fetch(probe)
    const earlier: Observation = {
      ...first.observation,
      answer: { ...responseOf(first), unchangedSince: first.observation.observedAt - 5 * DAY },
    }
    const third = await remembering([earlier], [first.body], 1).fetch(probe)
    expect(responseOf(third).unchangedSince).toBe(first.observation.observedAt - 5 * DAY)
    const fourth = await remembering([earlier], [first.body], 2).fetch(probe)
    expect('unchangedSince' in responseOf(fourth)).toBe(false)
  })

  it('is read whole again when its body is no longer in the store', async () => {
    const probe = visitOf(servers[0], 'visit')
    const first = await fetcher.fetch(probe)
    const again = await remembering([first.observation], [], 1).fetch(probe)
    expect(again.body).toEqual(first.body)
    expect('unchangedSince' in responseOf(again)).toBe(false)
  })

  it('that was behind a redirect, or is now, is read whole', async () => {
    const moving = await startServer((request, response, at) => {
      const isMoved = at < 1 || request.url === '/moved'
      if (isMoved && request.url !== '/new') response.writeHead(302, { location: '/new', etag: '"1"' })
      else
        response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, { ...TYPE, etag: '"1"' })
      response.end()
    })
    const probe = visitOf(moving, 'visit')
    const first = await fetcher.fetch(probe)
    const again = await remembering([first.observation], [first.body], 1).fetch(probe)
    expect(moving.requests.map(({ headers }) => headers['if-none-match'])).not.toContain('"1"')
    expect('unchangedSince' in responseOf(again)).toBe(false)
    await moving.close()
  })
})
