import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Observation } from '../../src/core/observation.ts'
import type { Probe } from '../../src/core/probe.ts'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import { DEFAULT_FETCH_OPTIONS, type FetchOptions } from '../../src/fetch/options.ts'
import { parseQuietHours } from '../../src/fetch/quiet-hours.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { gapsOf, type LoggedHandler, type LoggedServer, startLoggedServer } from '../support/logged-server.ts'
import { probe, QUICK } from './asking.ts'

/** Timers may fire a little early, and clocks are read in whole milliseconds. */
const SLACK = 4

let server: LoggedServer
afterEach(() => server.close())

const { delays } = DEFAULT_FETCH_OPTIONS
/** robots.txt is not asked for registered addresses: requests are counted. */
const unasked = { ...delays, longestCrawlDelay: 0 }

async function ask(
  handler: LoggedHandler,
  probes: readonly Probe[],
  options: Partial<FetchOptions>,
): Promise<readonly Observation[]> {
  server = await startLoggedServer(handler)
  const fetcher = createFetcher({
    ...QUICK,
    delays,
    perHost: { connections: 2, gap: 0 },
    resolve: [parseResolveRule(`*.example=127.0.0.1:${server.port}`)],
    ...options,
  })
  const all = await Promise.all(probes.map((one) => fetcher.fetch(one)))
  await fetcher.close()
  return all.map(({ observation }) => observation)
}

const several = (count: number, host = 'a.example', more: Partial<Probe> = {}): readonly Probe[] =>
  Array.from({ length: count }, (_, at) => probe(`http://${host}/${at}`, more))

const ok: LoggedHandler = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello')

const withRobots =
  (text: string): LoggedHandler =>
  (request, response) => {
    if (request.url === '/robots.txt') response.writeHead(200, { 'content-type': 'text/plain' }).end(text)
    else void ok(request, response)
  }

const kindOf = ({ answer }: Observation): string | number =>
  answer.kind === 'response' ? answer.status : answer.kind === 'failure' ? answer.reason : 'opinion'

const at = (host: string) => server.requests.filter((one) => one.host === host)

// A machine that is too busy to take requests down as they come gets another try.
describe('a slow host is asked less', { retry: 3 }, () => {
  const slow: LoggedHandler = async (request, response) => {
    await sleep(60)
    await ok(request, response)
  }

  it('at most once in so many times what its last answer took', async () => {
    await ask(slow, several(6), { perHost: { connections: 4, gap: 10 }, delays: { ...delays, factor: 3 } })
    // The first answers are not there yet when the first requests start.
    const gaps = gapsOf(server.requests).slice(-2)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3 * 60 - SLACK)
  })

  it('but no less than the limit says', async () => {
    const startedAt = Date.now()
    await ask(slow, several(6), {
      perHost: { connections: 4, gap: 10 },
      delays: { ...delays, factor: 100, longest: 80 },
    })
    expect(Math.min(...gapsOf(server.requests).slice(-2))).toBeGreaterThanOrEqual(80 - SLACK)
    expect(Date.now() - startedAt).toBeLessThan(5_000)
  })
})

describe('Crawl-delay', { retry: 3 }, () => {
  it.each<readonly [string, Partial<Probe>]>([
    ['of links that were found', { origin: 'discovered' }],
    ['of registered addresses', { origin: 'registered' }],
    ['of second opinions', { origin: 'registered', purpose: 'opinion' }],
  ])('is kept, %s', async (_name, more) => {
    const robots = withRobots('User-agent: *\nCrawl-delay: 0.12\nDisallow: /nothing')
    const seen = await ask(robots, several(5, 'a.example', more), {})
    expect(new Set(seen.map(kindOf)).has('robots-disallowed')).toBe(false)
    const here = at('a.example')
    expect(here.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
    const after = here.slice(here.findIndex(({ path }) => path === '/robots.txt') + 2)
    expect(after.length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...gapsOf(after))).toBeGreaterThanOrEqual(120 - SLACK)
  })

  it('is clamped', async () => {
    const startedAt = Date.now()
    await ask(
      withRobots('User-agent: *\nCrawl-delay: 3600'),
      several(4, 'a.example', { origin: 'discovered' }),
      {
        delays: { ...delays, longestCrawlDelay: 50 },
      },
    )
    expect(Math.min(...gapsOf(server.requests.slice(2)))).toBeGreaterThanOrEqual(50 - SLACK)
    expect(Date.now() - startedAt).toBeLessThan(5_000)
  })
})

describe('Retry-After', () => {
  const busyOnce = (retryAfter: () => string): LoggedHandler => {
    let asked = 0
    return (request, response) => {
      asked += 1
      if (asked === 3) response.writeHead(503, { 'retry-after': retryAfter() }).end()
      else void ok(request, response)
    }
  }
  const retries = { attempts: 3, delay: 5, longestDelay: 20 }

  it.each<readonly [string, () => string, number]>([
    ['seconds', () => '1', 1_000],
    // A date has whole seconds: two seconds ahead is at least one.
    ['date', () => new Date(Date.now() + 2_000).toUTCString(), 1_000],
  ])('in the form of a %s holds back the whole host, and no other', async (_name, value, rest) => {
    const probes = [...several(12), ...several(12, 'b.example')]
    let busyHost = ''
    const once = busyOnce(value)
    const seen = await ask(
      (request, response) => {
        response.once('finish', () => {
          if (response.statusCode === 503) busyHost = (request.headers.host ?? '').replace(/:.*/, '')
        })
        return once(request, response)
      },
      probes,
      { retries, perHost: { connections: 1, gap: 0 } },
    )
    expect(seen.map(kindOf)).toEqual(probes.map(() => 200))
    const here = at(busyHost)
    const longest = Math.max(...gapsOf(here))
    expect(longest).toBeGreaterThanOrEqual(rest - SLACK)
    const other = at(busyHost === 'a.example' ? 'b.example' : 'a.example')
    expect(Math.max(...gapsOf(other))).toBeLessThan(rest)
  })

  it('of a time too long leaves what is left untested, without asking', async () => {
    const always: LoggedHandler = (_request, response) =>
      void response.writeHead(429, { 'retry-after': '3600' }).end()
    const seen = await ask(always, several(20), {
      retries,
      perHost: { connections: 2, gap: 0 },
      delays: unasked,
    })
    const said = seen.map(kindOf)
    expect(said.slice(0, 2)).toEqual([429, 429])
    expect(new Set(said.slice(2))).toEqual(new Set(['asked-to-wait']))
    expect(server.requests).toHaveLength(2)
  })
})

describe('a host that is too busy', () => {
  it('is asked ever less, and again more when it answers', async () => {
    let asked = 0
    const storm: LoggedHandler = (request, response) => {
      asked += 1
      if (asked <= 4) response.writeHead(429).end()
      else void ok(request, response)
    }
    const seen = await ask(storm, several(10), {
      perHost: { connections: 1, gap: 0 },
      retries: { attempts: 6, delay: 20, longestDelay: 1_000 },
    })
    expect(seen.map(kindOf)).toEqual(seen.map(() => 200))
    const gaps = gapsOf(server.requests)
    for (const [index, least] of [20, 40, 80, 160].entries()) {
      expect(gaps[index]).toBeGreaterThanOrEqual(least - SLACK)
    }
    expect(gaps.at(-1)).toBeLessThan(100)
  })

  it('of many requests at once counts one refusal, not each', async () => {
    let asked = 0
    const storm: LoggedHandler = (request, response) => {
      asked += 1
      if (asked <= 16) response.writeHead(503).end()
      else void ok(request, response)
    }
    const startedAt = Date.now()
    const seen = await ask(storm, several(16), {
      perHost: { connections: 16, gap: 0 },
      retries: { attempts: 3, delay: 20, longestDelay: 600_000 },
      delays: unasked,
    })
    expect(seen.map(kindOf)).toEqual(seen.map(() => 200))
    expect(Date.now() - startedAt).toBeLessThan(5_000)
  })
})

describe('the budget of a host', () => {
  it('counts every request, and what is left over is untested', async () => {
    const probes = [...several(10, 'a.example', { origin: 'discovered' }), ...several(3, 'b.example')]
    const seen = await ask(ok, probes, { budget: { requests: 6, bytes: null } })
    const said = seen.map(kindOf)
    expect(at('a.example')).toHaveLength(6)
    expect(said.filter((one) => one === 'budget-spent')).toHaveLength(5)
    expect(said.slice(-3)).toEqual([200, 200, 200])
  })

  it('counts bytes', async () => {
    const big: LoggedHandler = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(10_000))
    const seen = await ask(big, several(10), {
      budget: { requests: null, bytes: 35_000 },
      delays: unasked,
      perHost: { connections: 1, gap: 0 },
    })
    expect(seen.map(kindOf).filter((one) => one === 200)).toHaveLength(4)
    expect(server.requests).toHaveLength(4)
  })

  it('holds for where redirects lead', async () => {
    const jump: LoggedHandler = (request, response) => {
      const host = request.headers.host ?? ''
      if (host.startsWith('b')) void ok(request, response)
      else response.writeHead(302, { location: `http://b.example${request.url}` }).end()
    }
    const probes = [...several(4), ...several(4, 'c.example')]
    const seen = await ask(jump, probes, { budget: { requests: 4, bytes: null }, delays: unasked })
    expect(at('b.example')).toHaveLength(4)
    expect(seen.map(kindOf).filter((one) => one === 'budget-spent')).toHaveLength(4)
  })
})

describe('quiet hours', () => {
  /** 08:29:59.9 in Asia/Shanghai. */
  const BEFORE = Date.UTC(2021, 5, 1, 0, 29, 59, 900)
  const HOUR = 60 * 60 * 1000

  /** A clock that every request moves by 60 ms, and every sleep by its length. */
  const movedClock = () => {
    let now = BEFORE
    const slept: number[] = []
    return {
      slept,
      move: (by: number) => {
        now += by
      },
      now: () => now,
      sleep: async (milliseconds: number) => {
        slept.push(milliseconds)
        now += milliseconds
      },
    }
  }

  it('are waited for, and nothing is begun in them', async () => {
    const clock = movedClock()
    const begun: number[] = []
    const told: number[] = []
    const seen = await ask(
      (request, response) => {
        begun.push(clock.now() - BEFORE)
        clock.move(60)
        return ok(request, response)
      },
      several(5),
      {
        perHost: { connections: 1, gap: 0 },
        quiet: { hours: [parseQuietHours('08:30-09:30')], mode: 'wait' },
        delays: unasked,
        now: clock.now,
        sleep: clock.sleep,
        onQuiet: (until) => void told.push(until),
      },
    )
    expect(seen.map(kindOf)).toEqual([200, 200, 200, 200, 200])
    expect(begun.filter((one) => one < 100)).toEqual([0, 60])
    expect(begun.filter((one) => one >= 100).every((one) => one >= HOUR + 100)).toBe(true)
    expect(told).toEqual([BEFORE + 100 + HOUR])
    expect(clock.slept).toHaveLength(1)
  })

  it('end a run that is not to wait', async () => {
    const clock = movedClock()
    const asked = ask(
      (request, response) => {
        clock.move(60)
        return ok(request, response)
      },
      several(5),
      {
        perHost: { connections: 1, gap: 0 },
        quiet: { hours: [parseQuietHours('08:30-09:30')], mode: 'end' },
        delays: unasked,
        now: clock.now,
        sleep: clock.sleep,
      },
    )
    await expect(asked).rejects.toThrow(/09:30.*--resume/)
    expect(server.requests).toHaveLength(2)
  })
})

describe('hosts take turns', () => {
  it('whatever one of them asks for', async () => {
    const rests: LoggedHandler = (request, response) => {
      if (request.headers.host?.startsWith('slow')) response.writeHead(503, { 'retry-after': '1' }).end()
      else void ok(request, response)
    }
    const slow = Array.from({ length: 20 }, (_, n) => several(10, `slow${n}.example`)).flat()
    const startedAt = Date.now()
    const asked = ask(rests, [...slow, ...several(40, 'fast.example')], {
      concurrency: 4,
      retries: { attempts: 2, delay: 5, longestDelay: 20 },
      budget: { requests: 60, bytes: null },
      delays: { ...delays, longestRest: 1_500 },
    })
    const fastDone = async (): Promise<number> => {
      while (server === undefined || at('fast.example').length < 40) await sleep(5)
      return Date.now() - startedAt
    }
    const first = await Promise.race([fastDone(), asked.then(() => Number.POSITIVE_INFINITY)])
    expect(first).toBeLessThan(5_000)
    await server.close()
    await asked.catch(() => undefined)
  })
})
