import pLimit from 'p-limit'
import type { FetchOptions } from './options.ts'

/** Lets a request to a host start when the host's turn has come; everything that asks a host goes through here. */
export type Pace = <T>(host: string, ask: () => Promise<T>) => Promise<T>

type Limit = ReturnType<typeof pLimit>

/**
 * Per host: so many requests at once, and a gap between two real starts; over all hosts: so many requests at once. A
 * host has one request at most waiting for a place among all, and none holds a place while it waits for its gap, so
 * that hosts take turns. The three limiters are always taken in the same order, and none within itself.
 */
export function pacing(options: Pick<FetchOptions, 'concurrency' | 'perHost' | 'sleep'>): Pace {
  const { connections, gap } = options.perHost
  const overall = pLimit(options.concurrency)
  const hosts = new Map<string, { readonly requests: Limit; readonly starts: Limit }>()

  /** Waits for a place, starts, and keeps the host's next start away for the gap. */
  const begin = async <T>(ask: () => Promise<T>): Promise<{ readonly answer: Promise<T>; readonly gap: Promise<void> }> =>
    new Promise((begun) => {
      const answer: Promise<T> = overall(async () => {
        begun({ answer, gap: gap > 0 ? options.sleep(gap) : Promise.resolve() })
        return ask()
      })
    })

  return (host, ask) => {
    const known = hosts.get(host) ?? { requests: pLimit(connections), starts: pLimit(1) }
    hosts.set(host, known)
    return known.requests(
      () =>
        new Promise((resolve, reject) => {
          known
            .starts(async () => {
              const started = await begin(ask)
              started.answer.then(resolve, reject)
              await started.gap
            })
            .catch(reject)
        }),
    )
  }
}
