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

/** Collects what is known of addresses. */
export function knowledge() {
  const answered = new Map<string, Set<string>>()
  const places = new Map<string, Set<string>>()
  const note = (
    address: string,
    purpose: string,
    hops: readonly { readonly address: string }[],
    end: string,
  ) => {
    const questions = answered.get(address) ?? new Set()
    const where = places.get(address) ?? new Set()
    questions.add(purpose)
    for (const one of [address, end, ...hops.map((hop) => hop.address)]) where.add(placeOf(one))
    answered.set(address, questions)
    places.set(address, where)
  }
  return { answered, places, note }
}
