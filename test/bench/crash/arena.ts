import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'

/** A job's world: a server that logs what it is asked, a database, and a folder for reports. */
export interface Arena {
  /** Arguments of the program; `resume`: those that go on with what was interrupted. */
  args(resume: boolean): readonly string[]
  /** Every request so far, `host path`, in the order in which they came. */
  requests(): readonly string[]
  /** Requests at once. */
  readonly connections: number
  /** The database. */
  readonly store: string
  /** The folder for reports. */
  readonly out: string
  /** What the database knows by now. */
  known(): Known
  close(): Promise<void>
}

/** What a database knows of a job. */
export interface Known {
  /** `none`: it was not begun. */
  readonly state: 'none' | 'running' | 'complete' | 'unreliable'
  /** Of each address that was asked about, the questions that were answered. */
  readonly answered: ReadonlyMap<string, ReadonlySet<string>>
  /** Of each address the requests, `host path`, that its questions lead to. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether the job has come to its judgement. */
  readonly isJudged: boolean
}

/** The request for an address as the server logs it. */
export function placeOf(address: string): string {
  const { host, pathname, search } = new URL(address)
  return `${host} ${pathname}${search}`
}

/** A job as its table has it. */
interface Job {
  readonly id: number | string
  readonly state: Known['state']
}

/** One answer of a job, its JSON read. */
export interface Answered {
  readonly address: string
  readonly purpose: string
  readonly hops: readonly { readonly address: string }[]
  /** The address that answered in the end. */
  readonly end: string
}

/** Where a kind of job keeps what it knows. */
export interface JobTables {
  /** The table of its jobs, of which the newest counts. */
  readonly table: 'run' | 'crawl'
  /** The answers of a job. */
  answers(database: Database.Database, job: Job['id']): readonly Answered[]
  isJudged(database: Database.Database, job: Job): boolean
}

/** What a database knows of its newest job; nothing where there is none yet. */
export function knownIn(store: string, { table, answers, isJudged }: JobTables): Known {
  const answered = new Map<string, Set<string>>()
  const places = new Map<string, Set<string>>()
  const nothing: Known = { state: 'none', answered, places, isJudged: false }
  if (!existsSync(store)) return nothing
  const database = new Database(store)
  try {
    const hasTable = database.prepare('select 1 from sqlite_master where name = ?').get(table) !== undefined
    const job = hasTable
      ? (database.prepare(`select id, state from ${table} order by rowid desc`).get() as Job | undefined)
      : undefined
    if (job === undefined) return nothing
    for (const { address, purpose, hops, end } of answers(database, job.id)) {
      const questions = answered.get(address) ?? new Set()
      const where = places.get(address) ?? new Set()
      questions.add(purpose)
      for (const one of [address, end, ...hops.map((hop) => hop.address)]) where.add(placeOf(one))
      answered.set(address, questions)
      places.set(address, where)
    }
    return { state: job.state, answered, places, isJudged: isJudged(database, job) }
  } finally {
    database.close()
  }
}
