import { copyFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import type { CrawlReport } from '../../../src/report/crawl/crawl-report.ts'
import { portalAudit } from '../command-line.ts'
import { workspace } from '../workspace.ts'
import { type ServedWorld, serveWorld } from './serve-world.ts'
import { START, type World, worldOf } from './world.ts'

/** One night: how the world is, and what the crawl is told beside the usual. */
export interface Night {
  readonly world: World
  readonly args?: readonly string[]
}

/** What a crawl says, without its times. */
export interface Said {
  readonly code: number
  readonly report: Omit<CrawlReport, 'startedAt' | 'finishedAt'>
}

/** A world that is crawled night after night. */
export interface Nights {
  readonly served: ServedWorld
  /** The name of a database that is not there yet. */
  newStore(): string
  /** The command line of a crawl. `store`: the name of its database. */
  args(store: string, more?: readonly string[]): readonly string[]
  /** Crawls the world as it is. */
  crawl(store: string, more?: readonly string[]): Promise<Said>
  /**
   * Crawls each night with the database of the nights before, and from the second on with a new one too, holds what both
   * say against each other, and returns it.
   */
  compare(nights: readonly Night[]): Promise<readonly Said[]>
  close(): Promise<void>
}

function saidIn(code: number, out: string): Said {
  const { startedAt, finishedAt, results, ...rest } = JSON.parse(out) as CrawlReport
  const untimed = results.map((one) => ({ ...one, seen: one.seen.map((seen) => ({ ...seen, at: '' })) }))
  return { code, report: { ...rest, results: untimed } }
}

/** Serves an empty world; nothing is waited for between two requests. */
export async function openNights(delay = 0): Promise<Nights> {
  const space = await workspace()
  const served = await serveWorld(worldOf({}), delay)
  const config = await space.write(
    'audit.yaml',
    `fetch:
  perHost: { connections: 4, gapMilliseconds: 0 }
  perAddress: { connections: 16 }
  retries: { attempts: 1, delayMilliseconds: 0 }
confirmations: { refusedSeconds: 0 }
`,
  )
  let stores = 0
  const newStore = (): string => {
    stores += 1
    return `crawl-${stores}.db`
  }
  const args = (store: string, more: readonly string[] = []): readonly string[] => [
    ...[
      'crawl',
      START,
      '-c',
      config,
      '--store',
      space.path(store),
      '--gap',
      '0',
      '--format',
      'json',
      '--quiet',
    ],
    ...served.resolve.flatMap((rule) => ['--resolve', rule]),
    ...more,
  ]
  const crawl = async (store: string, more: readonly string[] = []): Promise<Said> => {
    const { code, out, err } = await portalAudit(...args(store, more))
    expect(err).toBe('')
    return saidIn(code, out)
  }
  /** First nights, each crawled once. */
  const begun: { readonly night: Night; readonly store: string; readonly said: Said }[] = []
  const begin = async (night: Night, store: string): Promise<Said> => {
    const known = begun.find((one) => isDeepStrictEqual(one.night, night))
    if (known !== undefined) {
      await copyFile(space.path(known.store), space.path(store))
      return known.said
    }
    served.become(night.world)
    const first = { night, store: newStore(), said: await crawl(store, night.args) }
    await copyFile(space.path(store), space.path(first.store))
    begun.push(first)
    return first.said
  }
  return {
    served,
    newStore,
    args,
    crawl,
    compare: async (nights) => {
      const [first, ...later] = nights
      if (first === undefined) return []
      const store = newStore()
      const said = [await begin(first, store)]
      let before = first
      for (const night of later) {
        served.become(night.world)
        const nightly = await crawl(store, night.args)
        const isSame = isDeepStrictEqual(night, before)
        expect(nightly).toEqual(isSame ? said.at(-1) : await crawl(newStore(), night.args))
        said.push(nightly)
        before = night
      }
      return said
    },
    close: async () => {
      await served.close()
      await space.remove()
    },
  }
}
