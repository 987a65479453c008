import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledBench } from './compiled.ts'
import { measure, median } from './measure.ts'
import { phasesOf } from './phases.ts'
import { deadAddresses } from './site.ts'
import { startSite } from './site-server.ts'
import {
  AGAIN,
  BARE,
  LINKINATOR,
  MILLION,
  OURS,
  type Reached,
  type Round,
  type Spent,
  TARGETS,
  targetTable,
} from './targets.ts'

/**
 * `npm run bench:crawl [-- PAGES... | million | phases]`: our crawl and the same a night later beside linkinator, a bare undici loop
 * and the same with htmlparser2, on one site served by another process; medians of three interleaved rounds, and at the
 * end what must hold. Each contender is a process of its own, measured from its start to its end. `million` crawls, once, a
 * site of a million different addresses whose pages are made as they are asked for; `phases` tells where the time of a
 * crawl of 20,000 pages goes.
 */
const ROUNDS = 3
const CONNECTIONS = 16
/** linkinator's time grows with the square of the pages: from this size on it is left out. */
const MOST_FOR_LINKINATOR = 6_000
const LIMIT = 15 * 60_000

const root = join(import.meta.dirname, '..', '..', '..')
const given = process.argv.slice(2)
const isAsked = (option: string): boolean => given.includes(option)
const sizes = given.map(Number).filter((one) => one > 0)
const build = (...how: readonly string[]): void => {
  execFileSync(process.execPath, [join(root, 'build.mjs'), ...how], { stdio: 'ignore' })
}
build()
const bench = compiledBench()
const usage = join(bench, 'usage.js')
const program = join(root, 'dist', 'src', 'cli', 'main.js')
const scratch = mkdtempSync(join(tmpdir(), 'bench-crawl-'))

const reached: Reached[] = []

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
/** The median, and the least and the most. */
const spread = (values: readonly number[], shown: (value: number) => string): string =>
  `${shown(median(values)).padStart(8)} (${shown(Math.min(...values))}–${shown(Math.max(...values))})`
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

interface Contender {
  readonly name: string
  readonly args: (round: number) => readonly string[]
}

const crawlOf = (origin: string, store: string): readonly string[] => [
  ...[program, 'crawl', `${origin}/`, '--store', store, '--out', join(scratch, 'out'), '--format', 'json'],
  ...['--connections', String(CONNECTIONS), '--gap', '0', '--quiet'],
]

/** The samples at each tenth of the way, the last one included. */
const tenths = (samples: readonly number[]): readonly number[] =>
  samples.length === 0
    ? []
    : Array.from({ length: 10 }, (_, at) => samples[Math.ceil(((at + 1) * samples.length) / 10) - 1] ?? 0)

async function million(): Promise<void> {
  const site = await startSite(join(bench, 'million-server.js'), 1_000_000)
  const cost = await measure(usage, crawlOf(site.origin, join(scratch, 'million.db')), LIMIT)
  const { requests, connections } = await site.served()
  site.close()
  if (cost === null) throw new Error(`not finished after ${seconds(LIMIT)}`)
  say(
    `\n1,000,000 addresses: ${requests} requests over ${connections} connections, wall ${seconds(cost.wall)}, cpu ${seconds(cost.cpu)}, peak ${megabytes(cost.memory)}`,
  )
  say(`resident memory at each tenth of its time: ${tenths(cost.memoryOverTime).map(megabytes).join(', ')}`)
  reached.push({ target: MILLION, values: [cost.memory / 1e6] })
}

async function phases(pages: number): Promise<void> {
  const site = await startSite(join(bench, 'server.js'), pages)
  const shares: string[] = []
  build('--readable')
  for (const name of [OURS, AGAIN]) {
    const file = `${name.replaceAll(' ', '-')}.cpuprofile`
    const profiled = ['--cpu-prof', '--cpu-prof-dir', scratch, '--cpu-prof-name', file]
    await measure(usage, [...profiled, ...crawlOf(site.origin, join(scratch, 'phases.db'))], LIMIT)
    shares.push(`\n${name}, ${pages} pages: share of the main thread's working time`)
    for (const [phase, share] of phasesOf(join(scratch, file)))
      shares.push(`  ${phase.padEnd(38)} ${(share * 100).toFixed(1).padStart(5)} %`)
  }
  site.close()
  build()
  say(shares.join('\n'))
}

async function bout(pages: number): Promise<void> {
  const site = await startSite(join(bench, 'server.js'), pages)
  const { origin } = site
  const peer = (name: string): Contender => ({
    name,
    args: () => [join(bench, 'contenders', `${name}.js`), origin, String(pages), String(CONNECTIONS)],
  })
  const store = (round: number): string => join(scratch, `${pages}-${round}.db`)
  const crawl = (round: number): readonly string[] => crawlOf(origin, store(round))
  const contenders: readonly Contender[] = [
    { name: OURS, args: crawl },
    peer(BARE),
    peer('bare-htmlparser2'),
    ...(pages <= MOST_FOR_LINKINATOR ? [peer(LINKINATOR)] : []),
    { name: AGAIN, args: crawl },
  ]
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const costs = new Map<string, Spent>()
    for (const { name, args } of contenders) {
      const cost = await measure(usage, args(round), LIMIT)
      const { bytes, connections } = await site.served()
      if (cost === null) say(`${name}: not finished after ${seconds(LIMIT)}`)
      else costs.set(name, { ...cost, bytes })
      if ((name === OURS || name === AGAIN) && connections > CONNECTIONS)
        say(`${connections} connections opened`)
    }
    rounds.push(costs)
  }
  site.close()
  const [load = 0] = loadavg()
  say(
    `\n${pages} pages, ${pages * 45} links, ${deadAddresses(pages)} dead; ${CONNECTIONS} connections; medians of ${ROUNDS}; load ${load.toFixed(1)} on ${cpus().length} cores`,
  )
  for (const { name } of contenders) {
    const of = (figure: keyof Spent): readonly number[] =>
      rounds.flatMap((costs) => Number(costs.get(name)?.[figure] ?? []))
    if (of('wall').length === 0) continue
    const cells = [
      `wall ${spread(of('wall'), seconds)}`,
      `cpu ${spread(of('cpu'), seconds)}`,
      `peak ${spread(of('memory'), megabytes)}`,
      `bodies ${spread(of('bytes'), megabytes)}`,
    ]
    say(`  ${name.padEnd(18)} ${cells.join('  ')}`)
  }
  for (const target of TARGETS.filter((one) => one.pages === pages)) {
    reached.push({ target, values: rounds.flatMap((costs) => target.value(costs) ?? []) })
  }
}

try {
  const isWhole = given.length === 0
  for (const pages of isWhole ? [5_000, 20_000] : sizes) await bout(pages)
  if (isAsked('million')) await million()
  if (isAsked('phases')) await phases(20_000)
  if (reached.length > 0) say(`\n${targetTable(reached)}`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
