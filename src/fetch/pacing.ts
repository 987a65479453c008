import pLimit from 'p-limit'
import type { FetchOptions } from './options.ts'

/** Lets a request to a host start when the host's turn has come; everything that asks a host goes through here. */
export type Pace = <T>(host: string, ask: () => Promise<T>) => Promise<T>

/** Per host: so many connections, and a gap between two starts; over all hosts: so many requests at once. */
export function pacing(options: Pick<FetchOptions, 'concurrency' | 'perHost' | 'now' | 'sleep'>): Pace {
  const overall = pLimit(options.concurrency)
  const hosts = new Map<string, { readonly limit: ReturnType<typeof pLimit>; nextStart: number }>()
  return (host, ask) => {
    const known = hosts.get(host) ?? { limit: pLimit(options.perHost.connections), nextStart: 0 }
    hosts.set(host, known)
    return known.limit(async () => {
      const now = options.now()
      const start = Math.max(now, known.nextStart)
      known.nextStart = start + options.perHost.gap
      if (start > now) await options.sleep(start - now)
      return overall(ask)
    })
  }
}
