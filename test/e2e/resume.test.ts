import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { PROGRAM } from '../support/built.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

const SCOPE = ['--item', '1.1', '--item', '2.8', '--item', '3.1']
/** In flight (concurrency) plus one batch not yet written, and again for the retries of either. */
const LOST_AT_MOST = 2 * (32 + 32)

let space: CityWorkspace

beforeAll(async () => {
  space = await cityWorkspace()
})

afterAll(() => space.close())

/** Starts the real program and kills it with SIGKILL when the city has seen so many requests. */
async function auditKilledAfter(requests: number, args: readonly string[]): Promise<'killed' | 'finished'> {
  const before = space.city.requests().length
  const child = spawn(process.execPath, [PROGRAM, 'audit', '-c', space.config, '--quiet', ...args], {
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const timer = setInterval(() => {
    if (space.city.requests().length - before >= requests) child.kill('SIGKILL')
  }, 2)
  await ended
  clearInterval(timer)
  return child.signalCode === 'SIGKILL' ? 'killed' : 'finished'
}

describe('audit --resume', () => {
  it('goes on after kill -9, does not ask again what it knows, and ends with the same findings', async () => {
    const undisturbed = await portalAudit('audit', '-c', space.config, ...SCOPE, '--json', '--quiet')
    const whole = space.city.requests().length
    const wanted = JSON.parse(undisturbed.out) as AuditReport

    expect(await auditKilledAfter(Math.floor(whole / 4), SCOPE)).toBe('killed')
    expect(await auditKilledAfter(Math.floor(whole / 4), ['--resume'])).toBe('killed')
    const resumed = await portalAudit('audit', '-c', space.config, '--resume', '--json', '--quiet')
    const report = JSON.parse(resumed.out) as AuditReport

    const fingerprints = (one: AuditReport) =>
      one.units.flatMap((unit) => unit.findings.map((f) => f.fingerprint)).sort()
    expect(fingerprints(report)).toEqual(fingerprints(wanted))
    expect(report.totals.verdicts).toBe(wanted.totals.verdicts)
    expect(space.city.requests().length - whole).toBeLessThanOrEqual(whole + 2 * LOST_AT_MOST)
  }, 120_000)

  it('says so when there is nothing to resume', async () => {
    const ended = await portalAudit('audit', '-c', space.config, '--resume')
    expect(ended.code).toBe(64)
    expect(ended.err).toContain('no unfinished run')
  })
})
