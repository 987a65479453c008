import type { CrawlReply } from '../store/crawl-store.ts'

/** Hosts outside of a crawl's scope, and whether any answer came from them. */
export interface Outside {
  note(host: string, reply: Pick<CrawlReply, 'status' | 'attempts'>): void
  /** Forgets what was noted. */
  clear(): void
  count(): { readonly hosts: number; readonly silent: number }
}

/** An empty tally. */
export function outsideTally(): Outside {
  const answered = new Map<string, boolean>()
  return {
    note: (host, { status, attempts }) => {
      if (status > 0 || attempts > 0) answered.set(host, answered.get(host) === true || status > 0)
    },
    clear: () => answered.clear(),
    count: () => ({
      hosts: answered.size,
      silent: [...answered.values()].filter((one) => !one).length,
    }),
  }
}
