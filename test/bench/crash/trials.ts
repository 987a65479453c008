import type { Arena } from './arena.ts'
import { randomNumbers } from './random.ts'
import { type Phase, trial } from './trial.ts'
import { undisturbed } from './undisturbed.ts'

/** What came of killing a job at many moments. */
export interface Outcome {
  /** What the job was about at each of them. */
  readonly kills: readonly Phase[]
  readonly trials: number
  /** What was not as it should be; empty when all is well. */
  readonly faults: readonly string[]
  /** Requests of an undisturbed job, and how many more all the others together have made. */
  readonly requests: number
  readonly again: number
}

/** How a job is killed. */
export interface Plan {
  readonly moments: number
  readonly seed: number
  /** Jobs at once: they wait more than they work. */
  readonly atOnce: number
  readonly onTrial?: (kills: number) => void
}

/** Every phase in its order. */
export const PHASES: readonly Phase[] = ['starting', 'asking', 'confirming', 'judging', 'reporting', 'ended']

/** Kills a job at random moments, each trial in an arena of its own with random numbers of its own. */
export async function trials(arena: () => Promise<Arena>, plan: Plan): Promise<Outcome> {
  const first = await arena()
  const wanted = await undisturbed(first).finally(first.close)
  const kills: Phase[] = []
  const faults: string[] = []
  let [begun, again] = [0, 0]
  const work = async (): Promise<void> => {
    while (kills.length < plan.moments) {
      begun += 1
      const seed = plan.seed + begun
      const one = await arena()
      const result = await trial(one, wanted, randomNumbers(seed)).finally(one.close)
      again += result.again
      kills.push(...result.kills)
      faults.push(...result.faults.map((fault) => `seed ${seed}: ${fault}`))
      plan.onTrial?.(kills.length)
    }
  }
  await Promise.all(Array.from({ length: plan.atOnce }, work))
  const requests = [...wanted.counts.values()].reduce((a, b) => a + b, 0)
  return { kills, trials: begun, faults, requests, again }
}
