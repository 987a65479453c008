import type { Address } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import type { ServiceElement, Stage } from '../core/service-parts.ts'
import type { DeclaredChange } from './declared-change.ts'
import type { DownloadState } from './files/download-state.ts'
import type { DownloadLink } from './files/downloads.ts'
import type { Likeness } from './likeness.ts'
import type { Heartbeat } from './log/heartbeat.ts'
import type { MalformedLink } from './malformed-links.ts'
import type { MoveNotice } from './move-notice.ts'
import type { Page } from './page.ts'
import type { PortalLinks } from './portal-links.ts'
import type { Reachability } from './reachability.ts'
import type { Registration } from './registration.ts'
import type { Step } from './route.ts'
import type { SearchResult } from './search/search-result.ts'
import type { PublishedTitle } from './search/search-words.ts'
import type { Wall } from './wall.ts'

/** Where a reader ends up who opens an address: after HTTP redirects, meta refreshes, scripts and frames. */
export type Landing =
  | {
      readonly kind: 'page'
      readonly page: Page
      /** The observation that holds the page. */
      readonly observation: Observation
      /** Observations on the way, the first visit first, the page's own last. */
      readonly trail: readonly Observation[]
    }
  /** Nothing readable: not asked, failed, an error status, not HTML, or a body cut short. */
  | {
      readonly kind: 'unread'
      readonly why: 'not-asked' | 'failed' | 'error-status' | 'not-html' | 'jump-not-asked'
      readonly observation: Observation | null
    }

/** A link of a column's first page and what came of following it. */
export interface FollowedLink {
  readonly text: string
  readonly address: Address
  readonly reachability: Reachability
}

/** A followed entry of a column's list, and the page that a reader comes to. */
export interface EntryPage {
  readonly text: string
  readonly address: Address
  readonly landing: Landing
}

/** The two places of a column that is kept both on the portal and on the unit's site. */
export interface Copies {
  readonly portal: Landing
  readonly unit: Landing
}

/** Where an element of a service is and whether its link works. */
export interface ElementFact {
  readonly element: ServiceElement
  /** `registered`: in the registry; `linked`: found on the service's page; `absent`: neither; `unknown`: page unread. */
  readonly found: 'registered' | 'linked' | 'absent' | 'unknown'
  readonly address: Address | null
  readonly reachability: Reachability | null
}

/** Where a stage's address leads. */
export interface StageFact {
  readonly stage: Stage
  readonly registered: Address | null
  /** After redirects; null when it was not asked or did not answer. */
  readonly final: Address | null
  readonly observation: Observation | null
}

/** A file that a column offers, and what came of asking for it. */
export interface DownloadFact extends DownloadLink {
  readonly state: DownloadState
  readonly reachability: Reachability
}

/** One search for a title that the unit has published. */
export interface SearchTry extends PublishedTitle {
  readonly result: SearchResult
  /** The address of the results. */
  readonly results: Address
  readonly observation: Observation | null
}

/** How a unit's site can be searched, and what searches for its own titles brought. */
export interface SearchFact {
  /** `none`: neither the registered page nor the home page has anything to search with; `unknown`: one of them unread. */
  readonly form: 'ask' | 'post' | 'script' | 'none' | 'unknown'
  readonly tries: readonly SearchTry[]
}

/** A page of a unit's site, and what it calls. */
export interface CallingPage {
  readonly address: Address
  readonly observation: Observation
  readonly calls: readonly string[]
  /** Script files of the site itself, with what they say; null = unread. */
  readonly scripts: readonly { readonly address: Address; readonly text: string | null }[]
}

/** What a unit's site tells of its visits. */
export interface LogFact {
  readonly pages: readonly CallingPage[]
  /** What all pages of the run call, each address once: shows whether a pattern fits this city at all. */
  readonly calledInRun: readonly string[]
  /** The registered address where it answers with data, not with a page. */
  readonly heartbeat: { readonly observation: Observation; readonly last: Heartbeat | null } | null
}

/** Every fact that a check may declare in `needs`. */
export interface Facts {
  readonly reachability: Reachability
  readonly landing: Landing
  /** The content pages of all the columns of the duty, in the order of the registry. */
  readonly columns: readonly Landing[]
  /** How much the page is like what its host says for a page that cannot exist. */
  readonly likeness: Likeness
  readonly wall: Wall
  /** Links of the main list (or, with no list, of the body) that were followed. */
  readonly followedLinks: readonly FollowedLink[]
  /** What stands behind those links. */
  readonly entryPages: readonly EntryPage[]
  /** Files that the column offers, on its own page and on those of its entries; only the first of them are asked for. */
  readonly downloads: readonly DownloadFact[]
  /** Null for a column that is linked, or has one address only. */
  readonly copies: Copies | null
  readonly elements: readonly ElementFact[]
  readonly elementsPage: Landing
  readonly stages: readonly StageFact[]
  /** What the unit has declared about the address, past and to come. A check that asks for it weighs notices itself. */
  readonly declaredChanges: readonly DeclaredChange[]
  /** How the page says that it has moved; null when it does not. */
  readonly moveNotice: MoveNotice | null
  /** What the portal's page of a linked column leads to; null for a column that the portal does not link to. */
  readonly portalLinks: PortalLinks | null
  /** How the column's address stands in the registry. */
  readonly registration: Registration
  /** Every redirect and jump between the address and where it leads. */
  readonly route: readonly Step[]
  readonly search: SearchFact
  readonly log: LogFact
  /** Links of the column's page that nobody can follow; of a page on the portal, only those of its list. */
  readonly malformedLinks: readonly MalformedLink[]
}

/** The name of a fact. */
export type FactName = keyof Facts
