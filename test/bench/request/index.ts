import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'undici'
import type { Address } from '../../../src/core/address.ts'
import { createFetcher } from '../../../src/fetch/create-fetcher.ts'
import { DEFAULT_FETCH_OPTIONS } from '../../../src/fetch/options.ts'
import { poolsOf } from '../../../src/fetch/pools.ts'
import { getThrough } from '../../../src/fetch/request.ts'

/**
 * What one request costs: a bare `undici.request` that reads its body, our GET, and the whole fetcher with no gap between
 * requests. Medians of interleaved rounds, in microseconds of this process's own CPU and of wall time.
 */
const REQUESTS = Number(process.argv[2] ?? 10_000)
const ROUNDS = Number(process.argv[3] ?? 5)
const CONNECTIONS = 8

const child = spawn(
  process.execPath,
  ['--import', 'tsx', fileURLToPath(new URL('server.ts', import.meta.url))],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const [port] = await once(child.stdout, 'data')
const origin = `http://127.0.0.1:${String(port).trim()}`
const options = {
  ...DEFAULT_FETCH_OPTIONS,
  concurrency: CONNECTIONS,
  perHost: { ...DEFAULT_FETCH_OPTIONS.perHost, connections: CONNECTIONS, gap: 0 },
  allowPrivate: true,
  now: () => Date.now(),
  sleep: async () => undefined,
}
const bareAgent = new Agent({ connections: CONNECTIONS })
const pools = poolsOf({ connections: CONNECTIONS })
const get = getThrough(pools.dispatch, options)
const fetcher = createFetcher(options)

const ways: Readonly<Record<string, (address: Address) => Promise<unknown>>> = {
  'bare undici.request': async (address) =>
    (await request(address, { dispatcher: bareAgent })).body.arrayBuffer(),
  'our GET': async (address) => get({ address, cookie: null }),
  'our GET, status only': async (address) => get({ address, cookie: null, wants: 'status' }),
  'the whole fetcher': async (address) => fetcher.fetch({ purpose: 'visit', origin: 'registered', address }),
}

async function measure(ask: (address: Address) => Promise<unknown>): Promise<readonly [number, number]> {
  let next = 0
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const worker = async (): Promise<void> => {
    while (next < REQUESTS) {
      next += 1
      await ask(`${origin}/columns/${next}/list.html` as Address)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  const { user, system } = process.cpuUsage(cpu)
  return [(user + system) / REQUESTS, ((performance.now() - startedAt) * 1000) / REQUESTS]
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const figures = new Map<string, (readonly [number, number])[]>()
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, ask] of Object.entries(ways)) {
    const figure = await measure(ask)
    // The first round warms up.
    if (round > 0) figures.set(name, [...(figures.get(name) ?? []), figure])
  }
}
for (const [name, all] of figures) {
  const [cpu, wall] = [median(all.map(([one]) => one)), median(all.map(([, one]) => one))]
  console.log(
    `${name.padEnd(24)} ${cpu.toFixed(0).padStart(5)} µs CPU ${wall.toFixed(0).padStart(5)} µs wall`,
  )
}
await Promise.all([bareAgent.destroy(), pools.destroy(), fetcher.close()])
child.kill()
