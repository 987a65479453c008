import pLimit from 'p-limit'
import type { FetchOptions } from './options.ts'

/** Lets a request to a host start when the host's turn has come; everything that asks a host goes through here. */
export type Pace = <T>(host: string, ask: () => Promise<T>) => Promise<T>

type Limit = ReturnType<typeof pLimit>

/**
 * Per host: so many requests at once, and a gap between two real starts; over all hosts: so many requests at once. A
 * host has at most one request waiting for a place among all, and holds no place while it waits for its gap, so that
 * hosts take turns. The three limiters are always taken in the same order, and none within itself.
 */
export function pacing(options: Pick<FetchOptions, 'concurrency' | 'perHost' | 'sleep'>): Pace {
  const { connections, gap } = options.perHost
  const overall = pLimit(options.concurrency)
  const hosts = new Map<string, { readonly requests: Limit; readonly starts: Limit }>()

  /** Ends when the gap after the start is over; the answer may come earlier or later. */
  const start = async <T>(ask: () => Promise<T>, onAnswer: (answer: Promise<T>) => void): Promise<void> => {
    let begin = (): void => undefined
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    onAnswer(
      overall(() => {
        begin()
        return ask()
      }),
    )
    await begun
    if (gap > 0) await options.sleep(gap)
  }

  return (host, ask) => {
    const known = hosts.get(host) ?? { requests: pLimit(connections), starts: pLimit(1) }
    hosts.set(host, known)
    return known.requests(
      () =>
        new Promise((resolve, reject) => {
          known.starts(() => start(ask, (answer) => answer.then(resolve, reject))).catch(reject)
        }),
    )
  }
}
