import type { Address } from '../core/address.ts'
import type { Hop, Tls } from '../core/observation.ts'
import type { Purpose } from '../core/probe.ts'
import type { RobotsStore } from './robots.ts'

/** A crawl as the store knows it. */
export interface Crawl {
  readonly id: number
  /** The site whose addresses it numbers: all crawls from one start share it. */
  readonly site: number
  readonly start: Address
  readonly state: 'running' | 'complete' | 'unreliable'
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number
  readonly finishedAt: number | null
  /** What it was asked to do, as JSON. */
  readonly scope: string
  /** The random part of control addresses. */
  readonly token: string
}

/** What the store keeps of an answer, beside what is found in its body. */
export interface CrawlReply {
  /** 0 for a failure. */
  readonly status: number
  /** Of a failure its reason; of an opinion whether the address works: `works`, `broken`, `unsure`. */
  readonly reason?: string
  readonly message?: string
  /** Where redirects ended, if anywhere else. */
  readonly address?: Address
  readonly hops?: readonly Hop[]
  /** The Content-Type header. */
  readonly type?: string
  readonly etag?: string
  readonly lastModified?: string
  /** SHA-256 of the body. */
  readonly digest?: string
  /** Bytes kept of the body. */
  readonly bytes?: number
  readonly truncated?: boolean
  /** What is wrong with its connection. */
  readonly tls?: Tls
  /** What a page shares with others of the same content. */
  readonly mark?: number
  /** Whether links of the page hold tokens, which are not kept, so that it must be read again before they are asked for. */
  readonly hasTokens?: true
  /** Milliseconds. */
  readonly duration: number
  readonly attempts: number
  /** Whether the server said that nothing has changed, so that links and content are those of the crawl before. */
  readonly unchanged?: true
  /** When what it has not changed since was read whole, in milliseconds since 1970-01-01 UTC. */
  readonly unchangedSince?: number
}

/** One answer of a crawl, written once. */
export interface CrawlAnswer {
  readonly number: number
  readonly purpose: Purpose
  /** Milliseconds since 1970-01-01 UTC. */
  readonly observedAt: number
  readonly reply: CrawlReply
  /** The page's links, packed; null for what is no page. */
  readonly links: Uint8Array | null
  /** The body, packed, where the page is in doubt and has to be read whole. */
  readonly content: Uint8Array | null
  /** Of a page the names of its places and the fragments that it links to, as JSON; null where they are not wanted. */
  readonly fragments: string | null
  /** Where the server said that nothing has changed: the crawl that stores the page. */
  readonly sameAs?: number
}

/** An answer to a visit, without what was found in its page. */
export interface EarlierAnswer extends Pick<CrawlAnswer, 'number' | 'reply'> {
  /** The crawl that stores the page, where the one that was asked was told that it had not changed; else null. */
  readonly sameAs: number | null
  /** When its page was read whole, in milliseconds since 1970-01-01 UTC; 0 where that is not known. */
  readonly readWholeAt: number
  /** Whether it held a page, whose links were read. */
  readonly isPage: boolean
  /** Whether the page has to be read whole before anything is said of it. */
  readonly isInDoubt: boolean
  /** Whether the fragments of the page are known. */
  readonly hasFragments: boolean
}

/** An answer to a visit that says “nothing has changed”: what counts is the answer that an earlier crawl stores. */
export interface UnchangedAnswer {
  readonly number: number
  /** Milliseconds since 1970-01-01 UTC. */
  readonly observedAt: number
  /** Milliseconds. */
  readonly duration: number
  readonly attempts: number
  /** Whether no more than “alive” is said of it. */
  readonly isWell: boolean
  /** The crawl that stores the page, read whole. */
  readonly sameAs: number
}

/** What is written at once: all of it or nothing. */
export interface CrawlBatch {
  readonly addresses: readonly NumberedAddress[]
  readonly answers: readonly CrawlAnswer[]
  readonly unchanged: readonly UnchangedAnswer[]
}

/** A page and its fragments, as JSON. */
export interface PageFragments {
  readonly number: number
  readonly fragments: string
}

/** A page and its packed links. */
export interface PageLinks {
  readonly number: number
  readonly links: Uint8Array
}

/** An address and its number. */
export interface NumberedAddress {
  readonly number: number
  readonly address: string
}

/** What crawls keep. Every method writes whole or not at all. */
export interface CrawlStore extends RobotsStore {
  /** Starts a crawl, and the numbering of its site where there is none. */
  begin(start: Pick<Crawl, 'start' | 'startedAt' | 'scope' | 'token'>): Promise<Crawl>
  /**
   * The newest crawl from this start that is still running; null for none, and for one after which another of the same
   * scope was complete.
   */
  unfinished(start: Address): Promise<Crawl | null>
  /** The complete crawls of the same site before this one, the newest first. */
  before(crawl: Crawl): Promise<readonly Crawl[]>
  /** The next `count` addresses of a site after a number, in the order of their numbers. */
  addressesAfter(site: number, number: number, count: number): Promise<readonly NumberedAddress[]>
  /** The addresses of these numbers. */
  addresses(site: number, numbers: readonly number[]): Promise<readonly NumberedAddress[]>
  /** The answers to these numbers, whatever their purpose. */
  answers(crawl: number, numbers: readonly number[]): Promise<readonly CrawlAnswer[]>
  /** The answers to visits of these numbers, without what was found in their pages. */
  earlier(crawl: number, numbers: readonly number[]): Promise<readonly EarlierAnswer[]>
  /** Hands over each number that was visited, and whether all was well there. */
  eachVisited(crawl: number, visit: (number: number, isWell: boolean) => void): Promise<void>
  /** Hands over each page with its packed links. */
  eachPage(crawl: number, visit: (page: PageLinks) => void): Promise<void>
  /** Hands over each page whose fragments were looked at. */
  eachFragments(crawl: number, visit: (page: PageFragments) => void): Promise<void>
  add(crawl: Crawl, batch: CrawlBatch): Promise<void>
  /** Takes back the answers to these numbers. */
  forget(crawl: number, numbers: readonly number[]): Promise<void>
  /** What was found in the links of a crawl's pages, as JSON; null where it is not kept. */
  found(crawl: number): Promise<string | null>
  /** Keeps that; it takes the place of what was kept before. */
  keepFound(crawl: number, found: string): Promise<void>
  finish(crawl: number, state: 'complete' | 'unreliable', finishedAt: number): Promise<void>
  close(): Promise<void>
}
