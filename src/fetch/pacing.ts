import type { FetchOptions } from './options.ts'

/** Lets a request to a host start when the host's turn has come; everything that asks a host goes through here. */
export type Pace = <T>(host: string, ask: () => Promise<T>) => Promise<T>

/** A host that is being asked. */
interface Host {
  readonly waiting: (() => void)[]
  inFlight: number
  /** Whether the gap after the last start is not over. */
  isResting: boolean
}

/**
 * Per host: so many requests at once, and a gap between two real starts; over all hosts: so many requests at once. A host
 * that waits for its gap or for its own requests holds no place among all, and hosts take turns.
 */
export function pacing(options: Pick<FetchOptions, 'concurrency' | 'perHost' | 'sleep'>): Pace {
  const { connections, gap } = options.perHost
  const hosts = new Map<string, Host>()
  /** Hosts that have something waiting and may start it, the one whose turn it is first. */
  const ready = new Set<Host>()
  let inFlight = 0

  const mayStart = (host: Host): boolean =>
    host.waiting.length > 0 && host.inFlight < connections && !host.isResting

  const rest = (host: Host): void => {
    host.isResting = true
    void options.sleep(gap).then(() => {
      host.isResting = false
      offer(host)
    })
  }

  const startNext = (host: Host): void => {
    const begin = host.waiting.shift()
    if (begin === undefined) return
    host.inFlight += 1
    inFlight += 1
    if (gap > 0) rest(host)
    begin()
  }

  const pump = (): void => {
    while (inFlight < options.concurrency) {
      const [host] = ready
      if (host === undefined) return
      ready.delete(host)
      startNext(host)
      if (mayStart(host)) ready.add(host)
    }
  }

  function offer(host: Host): void {
    if (mayStart(host)) ready.add(host)
    pump()
  }

  const end = (host: Host): void => {
    host.inFlight -= 1
    inFlight -= 1
    offer(host)
  }

  return (name, ask) => {
    const host = hosts.get(name) ?? { waiting: [], inFlight: 0, isResting: false }
    hosts.set(name, host)
    return new Promise((resolve, reject) => {
      host.waiting.push(() => {
        ask()
          .then(resolve, reject)
          .finally(() => end(host))
      })
      offer(host)
    })
  }
}
