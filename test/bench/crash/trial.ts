import Database from 'better-sqlite3'
import type { Arena, Known } from './arena.ts'
import { momentOf } from './moments.ts'
import { runProgram } from './run-program.ts'
import { countsOf, filesIn, type Undisturbed, withoutPort } from './undisturbed.ts'

/** What a job was about when it was killed. */
export type Phase = 'starting' | 'asking' | 'confirming' | 'judging' | 'reporting' | 'ended'

/** How a job went that was killed now and then. `faults` must be empty. */
export interface Trial {
  readonly kills: readonly Phase[]
  readonly faults: readonly string[]
  /** Requests more than an undisturbed job has made. */
  readonly again: number
}

/** What a kill may lose for each connection: an answer on its way, one that waits to be written, and one being written. */
const LOST = 3
/** How likely a process that goes on is killed as well. */
const AGAIN = 0.6
const MOST_KILLS = 8

function phaseOf({ state, answered, isJudged }: Known, wanted: Known): Phase {
  if (state === 'none') return 'starting'
  if (state !== 'running') return 'ended'
  if (isJudged) return 'reporting'
  const questions = (one: Known): number => [...one.answered.values()].reduce((sum, set) => sum + set.size, 0)
  const isAll = [...answered.values()].reduce((sum, set) => sum + set.size, 0) === questions(wanted)
  if (isAll) return 'judging'
  const isConfirming = [...answered.values()].some((set) => set.has('repeat') || set.has('opinion'))
  return isConfirming ? 'confirming' : 'asking'
}

function soundness(arena: Arena): readonly string[] {
  const database = new Database(arena.store)
  try {
    const integrity = database.pragma('integrity_check', { simple: true })
    return integrity === 'ok' ? [] : [`the database is damaged: ${integrity}`]
  } finally {
    database.close()
  }
}

/** Requests, by name, whose questions a database has no answer to yet. */
function openPlaces(known: Known, final: Known): ReadonlySet<string> {
  const open = new Set<string>()
  for (const [address, questions] of final.answered) {
    const settled = known.answered.get(address)
    if (settled !== undefined && [...questions].every((one) => settled.has(one))) continue
    for (const place of final.places.get(address) ?? []) open.add(withoutPort(place))
  }
  return open
}

function differences(what: string, given: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>) {
  const names = new Set([...given.keys(), ...wanted.keys()])
  return [...names].filter((name) => given.get(name) !== wanted.get(name)).map((name) => `${what}: ${name}`)
}

/** Visible files are whole at every moment: each is what an undisturbed job writes. */
const halfWritten = (arena: Arena, { reports }: Undisturbed): readonly string[] =>
  [...filesIn(arena.out, false)]
    .filter(([name, content]) => reports.get(name) !== content)
    .map(([name]) => `a report was visible that is not whole: ${name}`)

interface Interrupted {
  readonly known: Known
  readonly counts: ReadonlyMap<string, number>
}

/** Lets a job run in a new arena, killing it at random moments, until it ends; compares its end with an undisturbed one. */
export async function trial(arena: Arena, wanted: Undisturbed, random: () => number): Promise<Trial> {
  const faults: string[] = []
  const kills: Phase[] = []
  const interruptions: Interrupted[] = []
  let resume = false
  for (;;) {
    const isKill = kills.length === 0 || (kills.length < MOST_KILLS && random() < AGAIN)
    const left = Math.max(1, wanted.life.requests - arena.requests().length)
    const moment = isKill ? momentOf({ ...wanted.life, requests: left }, random) : null
    const from = arena.requests().length
    const end = await runProgram(arena, resume, moment)
    const known = arena.known()
    if (end.isKilled) {
      const counts = countsOf(arena.requests().slice(from))
      interruptions.push({ known, counts })
      kills.push(phaseOf(known, wanted.known))
      faults.push(...soundness(arena), ...halfWritten(arena, wanted))
      resume = true
      continue
    }
    if (end.code === 64 && resume && known.state === 'none') {
      resume = false
      continue
    }
    if (end.code === 64 && resume && known.state === 'complete') break
    if (end.code === 2 && known.state === 'complete') break
    faults.push(`ended with ${end.code} in state ${known.state}: ${end.err}`)
    break
  }
  faults.push(...differences('not as undisturbed', filesIn(arena.out, true), wanted.reports))
  const final = arena.known()
  const lost = interruptions.map(({ known, counts }) => {
    const open = openPlaces(known, final)
    return new Map([...counts].filter(([place]) => open.has(place)))
  })
  const asked = countsOf(arena.requests())
  for (const [place, count] of asked) {
    const allowed = lost.reduce((sum, one) => sum + (one.get(place) ?? 0), wanted.counts.get(place) ?? 0)
    if (count > allowed) faults.push(`asked ${count} times instead of ${allowed}: ${place}`)
  }
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)
  const again = sum(asked) - sum(wanted.counts)
  const most = kills.length * LOST * arena.connections
  if (again > most)
    faults.push(`${again} requests were made again after ${kills.length} kills, at most ${most} may`)
  return { kills, faults, again }
}
