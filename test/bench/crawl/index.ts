import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledBench } from './compiled.ts'
import { type Cost, measure, median } from './measure.ts'
import { deadAddresses } from './site.ts'
import { startSite } from './site-server.ts'

/**
 * `npm run bench:crawl [-- PAGES...]`: our crawl beside linkinator, a bare undici loop and the same with htmlparser2, on
 * one site served by another process; medians of three interleaved rounds. Each contender is a process of its own,
 * measured from its start to its end. `-- million` instead crawls, once, a site of a million different addresses whose
 * pages are made as they are asked for.
 */
const ROUNDS = 3
const CONNECTIONS = 16
/** linkinator's time grows with the square of the pages: from this size on it is left out. */
const MOST_FOR_LINKINATOR = 6_000
const LIMIT = 15 * 60_000

const root = join(import.meta.dirname, '..', '..', '..')
const given = process.argv.slice(2)
const sizes = given.filter((one) => one !== 'million').map(Number)
execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' })
const bench = compiledBench()
const usage = join(bench, 'usage.js')
const program = join(root, 'dist', 'src', 'cli', 'main.js')
const scratch = mkdtempSync(join(tmpdir(), 'bench-crawl-'))

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
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

async function million(): Promise<void> {
  const site = await startSite(join(bench, 'million-server.js'), 1_000_000)
  const cost = await measure(usage, crawlOf(site.origin, join(scratch, 'million.db')), LIMIT)
  const { requests, connections } = await site.served()
  site.close()
  if (cost === null) throw new Error(`not finished after ${seconds(LIMIT)}`)
  say(
    `1,000,000 addresses: ${requests} requests over ${connections} connections, wall ${seconds(cost.wall)}, cpu ${seconds(cost.cpu)}, peak ${megabytes(cost.memory)}`,
  )
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
    { name: 'portal-audit', args: crawl },
    peer('bare'),
    peer('bare-htmlparser2'),
    ...(pages <= MOST_FOR_LINKINATOR ? [peer('linkinator')] : []),
    { name: 'portal-audit again', args: crawl },
  ]
  const costs = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]))
  const served = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, args } of contenders) {
      const cost = await measure(usage, args(round), LIMIT)
      const { bytes, connections } = await site.served()
      served.set(name, bytes)
      if (cost === null) say(`${name}: not finished after ${seconds(LIMIT)}`)
      else costs.get(name)?.push(cost)
      if (name.startsWith('portal-audit') && connections > CONNECTIONS)
        say(`${connections} connections opened`)
    }
  }
  site.close()
  const of = (name: string, figure: 'wall' | 'cpu' | 'memory'): number =>
    median((costs.get(name) ?? []).map((cost) => cost[figure]))
  say(
    `\n${pages} pages, ${pages * 45} links, ${deadAddresses(pages)} dead; ${CONNECTIONS} connections; medians of ${ROUNDS}`,
  )
  for (const { name } of contenders) {
    if ((costs.get(name) ?? []).length === 0) continue
    say(
      `  ${name.padEnd(20)} wall ${seconds(of(name, 'wall')).padStart(9)}  cpu ${seconds(of(name, 'cpu')).padStart(9)}  peak ${megabytes(of(name, 'memory')).padStart(7)}`,
    )
  }
  const ratio = (a: number, b: number): string => (a / b).toFixed(2)
  if (pages <= MOST_FOR_LINKINATOR) {
    say(`  linkinator / ours: wall ${ratio(of('linkinator', 'wall'), of('portal-audit', 'wall'))}`)
    say(`  ours / linkinator: memory ${ratio(of('portal-audit', 'memory'), of('linkinator', 'memory'))}`)
  }
  say(`  ours / bare: wall ${ratio(of('portal-audit', 'wall'), of('bare', 'wall'))}`)
  say(`  again / first: cpu ${ratio(of('portal-audit again', 'cpu'), of('portal-audit', 'cpu'))}`)
  const [again = 0, first = 1] = [served.get('portal-audit again'), served.get('portal-audit')]
  say(`  again / first: body bytes ${((again / first) * 100).toFixed(3)} %`)
}

try {
  if (given.includes('million')) await million()
  for (const pages of given.length > 0 ? sizes : [5_000, 20_000]) await bout(pages)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
