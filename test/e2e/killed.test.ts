import { expect, it } from 'vitest'
import { randomNumbers } from '../bench/crash/random.ts'
import { sheetsWorld, workbookWorld } from '../support/kill/files-world.ts'
import type { KillWorld } from '../support/kill/kill-world.ts'
import { notifyWorld } from '../support/kill/notify-world.ts'
import { pruneWorld } from '../support/kill/prune-world.ts'
import { recheckWorld } from '../support/kill/recheck-world.ts'
import { signalled } from '../support/killed.ts'

const SEED = 5
const KILLS = 3
/** Milliseconds that a process lives at least before it does anything that can be seen. */
const BEGINNING = 400
/** Milliseconds after a sign of life at most. */
const AFTER_SIGN = 4

const never = (): boolean => false

/**
 * Kills the command at a random moment, every fourth by the clock, the others by what it has done; false when it ended
 * first. `isSure`: by the clock, before it has done anything.
 */
async function killedOnce(world: KillWorld, random: () => number, isSure: boolean): Promise<boolean> {
  const [kind, place, delay] = [random(), random(), random()]
  const wanted = isSure || kind < 1 / 4 ? 0 : 1 + Math.floor(place * world.signs)
  const pause = delay * (wanted === 0 ? BEGINNING : AFTER_SIGN)
  const come = await world.begin()
  let since: number | null = null
  const when = (): boolean => {
    if (since === null && come() >= wanted) since = performance.now()
    return since !== null && performance.now() - since >= pause
  }
  return (await signalled('SIGKILL', when, world.args)).signal === 'SIGKILL'
}

// The same of audit and crawl: crash.test.ts; of seal, review and circular: months.test.ts.
it.concurrent.each<readonly [string, () => Promise<KillWorld>]>([
  ['recheck', recheckWorld],
  ['notify', notifyWorld],
  ['history prune', pruneWorld],
  ['workbook', workbookWorld],
  ['sheets', sheetsWorld],
])('%s that is killed at any moment leaves all whole, and ends well afterwards', async (_name, make) => {
  const world = await make()
  try {
    const random = randomNumbers(SEED)
    let killed = 0
    for (let tries = 0; tries < 2 * KILLS && killed < KILLS; tries += 1) {
      const isLast = tries === 2 * KILLS - 1
      if (await killedOnce(world, random, isLast && killed === 0)) killed += 1
      expect(world.faults()).toEqual([])
    }
    await signalled('SIGKILL', never, world.args)
    expect([...world.faults(), ...world.endFaults()]).toEqual([])
    expect(killed).toBeGreaterThan(0)
  } finally {
    await world.close()
  }
})
