import { hash } from 'node:crypto'
import { type Address, hostNameOf, parseAddress } from '../core/address.ts'
import { EXIT, InputError } from '../core/errors.ts'
import { crawlSite } from '../crawl/crawl-site.ts'
import { handedOnText } from '../crawl/found-links.ts'
import { mayStandFor, type Scope } from '../crawl/scope.ts'
import { isOwnMachine, isPrivateHost } from '../facts/private-host.ts'
import { createFetcher } from '../fetch/create-fetcher.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { FetchOptions } from '../fetch/options.ts'
import { clockTime } from '../fetch/quiet-hours.ts'
import type { CrawlReport } from '../report/crawl/crawl-report.ts'
import type { Crawl, CrawlStore } from '../store/crawl-store.ts'
import { openCrawlStore } from '../store/open-store.ts'
import { lockWork, type WorkLock } from '../store/work-lock.ts'
import type { Config } from './config.ts'
import { askCanaries, crawlDoubts } from './crawl-doubts.ts'
import { crawlReportOf } from './crawl-report.ts'
import type { Edges } from './edges.ts'
import { fetchOptionsOf } from './fetch-options.ts'
import { interruption, withinGrace } from './interruption.ts'
import type { OnProgress } from './progress.ts'

/** Milliseconds. */
const DAY = 86_400_000

/** What a crawl is asked to do beside its configuration. */
export interface CrawlRequest {
  readonly config: Config
  /** Where it starts, as the user wrote it. */
  readonly start: string
  /** How far it goes; hosts beside the start's own. */
  readonly scope: Scope
  /** Requests at once to one host, and milliseconds between two starts; null = as configured. */
  readonly connections: number | null
  readonly gap: number | null
  /** Whether the site's sitemaps are read for further pages to begin with. */
  readonly sitemap: boolean
  /** Whether everything is asked for anew, whatever an earlier crawl has seen. */
  readonly fresh: boolean
  /** Go on with the crawl of this start that was not finished. */
  readonly resume: boolean
  /** Whether the report lists addresses that are alive too. */
  readonly all: boolean
  /** Told the report before the crawl counts as finished, so that a crawl whose report was not written is resumed. */
  readonly onReport: (outcome: CrawlOutcome) => Promise<void>
  /** Ends the crawl before its time, with what is known by then stored. */
  readonly signal: AbortSignal
  readonly edges: Edges
  readonly onProgress: OnProgress
}

/** What a crawl ends with. */
export interface CrawlOutcome {
  readonly report: CrawlReport
  /** Answers that this process got from the web. */
  readonly asked: number
}

/** Addresses in hand: enough for hosts that rest not to hold up others. */
const inHandFor = ({ concurrency, named }: FetchOptions) => ({
  overall: Math.max(1024, concurrency * 2),
  perHost: named.connections * 2,
})

/** On our own machine there is nobody to be polite to. */
const AT_HOME = { connections: 16, gap: 0 }

function startOf(text: string): Address {
  const parsed = parseAddress(text)
  if (parsed.ok) return parsed.address
  const message = `不是可以访问的网址（${parsed.reason}）/ not an address that can be asked (${parsed.reason}); expected http://… or https://…`
  throw new InputError([{ file: text, message }], EXIT.usage)
}

function hostWithPort(start: Address): string {
  const { hostname, port, protocol } = new URL(start)
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}

function optionsOf(request: CrawlRequest, start: Address): FetchOptions {
  const options = fetchOptionsOf(request.config, request.edges)
  const isAtHome = isOwnMachine(hostNameOf(start))
  const usual = isAtHome ? AT_HOME : options.perHost
  const connections = request.connections ?? usual.connections
  const hosts = new Set([hostNameOf(start), ...request.scope.hosts])
  return {
    ...options,
    digests: 'unvalidated',
    allowed: new Set([hostWithPort(start)]),
    concurrency: Math.max(options.concurrency, connections),
    named: { hosts, connections, gap: request.gap ?? usual.gap },
  }
}

/** Loaded only where a sitemap is asked for. */
async function seedsOf(start: Address, fetcher: Fetcher): Promise<readonly Address[]> {
  const { sitemapSeeds } = await import('../crawl/sitemap.ts')
  return sitemapSeeds(start, fetcher)
}

async function beginCrawl(
  request: CrawlRequest,
  start: Address,
  scope: Scope,
  store: CrawlStore,
): Promise<Crawl> {
  const { config, edges } = request
  if (!request.resume) {
    return store.begin({ start, startedAt: edges.now(), scope: JSON.stringify(scope), token: edges.hex(12) })
  }
  const unfinished = await store.unfinished(start)
  if (unfinished !== null) return unfinished
  const message = `没有从 ${start} 开始、未完成且未被其后的检查取代的检查可以继续；请不用 --resume 重新检查 / there is no unfinished crawl from ${start} to resume that a later one has not replaced; run crawl without --resume.`
  throw new InputError([{ file: config.store, message }], EXIT.usage)
}

/** The last crawl before this one of which what it stored may stand for what is asked now; null for none. */
async function crawlBefore(store: CrawlStore, crawl: Crawl): Promise<Crawl | null> {
  const scopeOf = ({ scope }: Crawl): Scope => JSON.parse(scope)
  const now = scopeOf(crawl)
  const fitting = (await store.before(crawl)).find((one) => mayStandFor(scopeOf(one), now))
  return fitting ?? null
}

/**
 * Checks every link of a site (DESIGN §6), storing what comes as it comes: a crawl that is killed can be resumed, and the
 * next one asks only for what has changed. Throws {@link InputError} for bad input, while another crawl of the same start
 * is at work on the same database, and when it was told to stop.
 */
export async function crawl(request: CrawlRequest): Promise<CrawlOutcome> {
  const start = startOf(request.start)
  const { canaries, unreliable, confirmations } = request.config
  const { refusedSeconds } = confirmations
  const store = await openCrawlStore(request.config.store)
  const options: FetchOptions = {
    ...optionsOf(request, start),
    robotsCache: {
      get: async (origin) => (request.fresh ? null : store.robots(origin)),
      put: store.keepRobots,
    },
    onQuiet: (until) =>
      request.onProgress({ phase: 'asking', done: 0, known: 0, round: 1, quietUntil: clockTime(until) }),
  }
  let lock: WorkLock | null = null
  try {
    lock = lockWork(request.config.store, `crawl-${hash('sha256', start).slice(0, 8)}`)
    const given: Scope = { ...request.scope, hosts: [hostNameOf(start), ...request.scope.hosts] }
    const begun = await beginCrawl(request, start, given, store)
    const scope = JSON.parse(begun.scope) as Scope
    const fetcher = createFetcher(options)
    const end = await (async () => {
      try {
        const seeds = request.sitemap ? await seedsOf(start, fetcher) : []
        const before = request.fresh ? null : await crawlBefore(store, begun)
        const atStart = await askCanaries(canaries, fetcher, 0)
        const work = crawlSite(
          { crawl: begun, scope, before, isResumed: request.resume, seeds },
          {
            store,
            fetcher,
            inHand: inHandFor(options),
            now: request.edges.now,
            sleep: options.sleep,
            maximumAge: request.config.fetch.wholeAfterDays * DAY,
            refusedPause: isPrivateHost(hostNameOf(start)) ? 0 : refusedSeconds * 1000,
            signal: request.signal,
            onProgress: ({ asked, known }) =>
              request.onProgress({ phase: 'asking', done: asked, known, round: 1 }),
          },
        )
        await withinGrace(work, request.signal)
        if (request.signal.aborted) {
          // Connections that are closed under a request would look like faults of the site.
          await store.close()
          throw interruption(request.signal, start)
        }
        const done = await work
        const atEnd = await askCanaries(canaries, fetcher, 1)
        return { ...done, doubts: crawlDoubts([...atStart, ...atEnd], done.outside, unreliable) }
      } finally {
        await fetcher.close()
      }
    })()
    const finishedAt = request.edges.now()
    const state = end.doubts.length === 0 ? 'complete' : 'unreliable'
    const finished: Crawl = { ...begun, state, finishedAt }
    const { report, found } = await crawlReportOf(store, finished, end.book, {
      all: request.all,
      cutShort: end.cutShort,
      doubts: end.doubts,
      before: end.found,
    })
    const outcome = { report, asked: end.asked }
    await request.onReport(outcome)
    const handedOn =
      request.all || !report.complete || end.book.tokens > 0
        ? null
        : handedOnText({ ...found, starts: end.starts })
    if (handedOn !== null) await store.keepFound(begun.id, handedOn)
    await store.finish(begun.id, state, finishedAt)
    return outcome
  } finally {
    lock?.release()
    await store.close()
  }
}
