import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditReport } from '../../../src/report/audit-report.ts'
import { cityWorkspace } from '../../support/city-workspace.ts'
import { compiledBench } from '../crawl/compiled.ts'
import { measure } from '../crawl/measure.ts'

/**
 * `npm run bench:nightly [-- AUDIT-OPTIONS...]`: the fixture city, audited, audited again with nothing changed, and once
 * more with `--fresh`: wall and CPU time of the program, what the city has sent, and whether the reports agree.
 */
const LIMIT = 15 * 60_000
const root = join(import.meta.dirname, '..', '..', '..')
execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' })
const usage = join(compiledBench(), 'usage.js')
const program = join(root, 'dist', 'src', 'cli', 'main.js')
const given = process.argv.slice(2)
const space = await cityWorkspace()

/** What a report says of the city, without its own name and times. */
function saidIn(file: string): string {
  const { units } = JSON.parse(readFileSync(file, 'utf8')) as AuditReport
  const findings = units.flatMap((unit) => unit.findings.map((one) => `${one.fingerprint} ${one.text.zh}`))
  return [...units.map(({ id, score }) => `${id} ${score}`), ...findings.sort()].join('\n')
}

try {
  const said = new Map<string, string>()
  let first: number | null = null
  for (const [name, options] of [
    ['first', []],
    ['again', []],
    ['fresh', ['--fresh']],
  ] as const) {
    const from = space.city.requests().length
    const args = [program, 'audit', '-c', space.config, '--quiet', ...given, ...options]
    const cost = await measure(usage, args, LIMIT)
    if (cost === null) throw new Error(`${name}: not finished after ${LIMIT / 1000} s`)
    const requests = space.city.requests().slice(from)
    const bytes = requests.reduce((sum, one) => sum + one.bytes, 0)
    first ??= bytes
    said.set(name, saidIn(space.path('reports/report.json')))
    const unchanged = requests.filter((one) => one.status === 304).length
    process.stdout.write(
      `${name}: wall ${(cost.wall / 1000).toFixed(1)} s, cpu ${(cost.cpu / 1000).toFixed(1)} s, peak ${Math.round(cost.memory / 1e6)} MB, ` +
        `${requests.length} requests (${unchanged} × 304), ${bytes} body bytes (${((bytes / first) * 100).toFixed(1)} %)\n`,
    )
  }
  // Some answers of the city are other ones the first time; so the second audit is held against the third.
  const agree = said.get('again') === said.get('fresh')
  process.stdout.write(agree ? 'again and fresh agree\n' : 'AGAIN AND FRESH DIFFER\n')
  process.exitCode = agree ? 0 : 1
} finally {
  await space.close()
}
