import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Arena } from './arena.ts'
import { auditArena } from './audit-arena.ts'
import { crawlArena } from './crawl-arena.ts'
import { type Outcome, PHASES, trials } from './trials.ts'

/**
 * `npm run bench:crash [-- MOMENTS [SEED]]`: the built program, killed with SIGKILL at 100 random moments of a crawl and
 * at 100 of an audit, then resumed until it ends. What it ends with must be, byte for byte, what an undisturbed job ends
 * with; visible reports must be whole and the database sound at every moment; and by the server's log nothing may be
 * asked twice but what was in flight.
 */
const [moments = 100, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number)
const UNITS = ['市民政局', '市财政局', '市教委']
const PAGES = 300
const AT_ONCE = 3

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

function tell(name: string, { kills, trials: count, faults, requests, again }: Outcome): void {
  const phases = PHASES.map((phase) => `${phase} ${kills.filter((one) => one === phase).length}`)
  say(`\n${name}: ${kills.length} kills of ${count} jobs (${requests} requests each), resumed to their ends`)
  say(`  killed while ${phases.join(', ')}`)
  say(`  requests made again: ${(again / kills.length).toFixed(1)} a kill`)
  say(faults.length === 0 ? '  every end as undisturbed' : `  ${faults.length} FAULTS`)
  for (const fault of faults.slice(0, 20)) say(`    ${fault}`)
}

execFileSync('npm', ['run', 'build'], { cwd: join(import.meta.dirname, '..', '..', '..'), stdio: 'ignore' })
say(`seed ${seed}`)
const jobs: readonly (readonly [string, () => Promise<Arena>])[] = [
  ['crawl', () => crawlArena(PAGES)],
  ['audit', () => auditArena(UNITS)],
]
let isWell = true
for (const [name, arena] of jobs) {
  const onTrial = (done: number) => process.stderr.write(`\r${name} ${Math.min(done, moments)}/${moments} `)
  const outcome = await trials(arena, { moments, seed, atOnce: AT_ONCE, onTrial })
  process.stderr.write('\r\u001b[K')
  tell(name, outcome)
  isWell &&= outcome.faults.length === 0
}
process.exitCode = isWell ? 0 : 1
