import type { Fetched } from '../fetch/fetcher.ts'
import type { Body, Run, RunStore } from '../store/run-store.ts'
import { storedObservation } from './stored-observation.ts'

/** Writes answers as they come. */
export interface AnswerWriter {
  /** Resolves when there is room for more. Rejects with the first fault of the store. */
  add(fetched: Fetched): Promise<void>
  /** Resolves when everything so far is written. Rejects with the first fault of the store. */
  settle(): Promise<void>
}

/** Answers that may wait to be written before no more are asked for. */
const MOST_WAITING = 64

/**
 * Writes one batch after the other, each with everything that came while the one before was being written: a run that is
 * killed loses what it was just being told and no more, and a busy run still writes few and large batches.
 */
export function answerWriter(run: Run, store: RunStore): AnswerWriter {
  let waiting: Fetched[] = []
  let writing: Promise<void> | null = null
  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const observations = batch.map((one) => storedObservation(one.observation))
      const bodies = batch.flatMap((one): readonly Body[] => (one.body === null ? [] : [one.body]))
      await store.addObservations(run.id, observations, bodies)
    }
    writing = null
  }
  const begin = (): Promise<void> => {
    writing ??= write()
    writing.catch(() => undefined)
    return writing
  }
  return {
    add: async (fetched) => {
      waiting.push(fetched)
      const written = begin()
      if (waiting.length >= MOST_WAITING) await written
    },
    settle: async () => writing ?? undefined,
  }
}
