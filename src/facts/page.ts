import type { Address, MalformedReason } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { PageDates } from './page-date.ts'
import type { SearchForm } from './search/search-form.ts'

/** How the characters of a body were decided. */
export interface Charset {
  readonly name: string
  readonly decidedBy: 'bom' | 'utf-8-valid' | 'utf-8-nearly-valid' | 'http' | 'meta' | 'fallback'
}

/** A link that a reader can follow, in document order. */
export interface Link {
  /** As written. */
  readonly href: string
  readonly target:
    | { readonly ok: true; readonly address: Address; readonly fragment: string }
    | { readonly ok: false; readonly reason: MalformedReason }
  /** Visible text, or the title or alt text where there is none. */
  readonly text: string
  /** Whether it stands in a menu, a side column, a header or a footer. */
  readonly aside: boolean
}

/** One row of a list page: a link with its date. */
export interface Entry {
  readonly title: string
  readonly address: Address | null
  readonly date: Day | null
  /** The date's words on the page; empty when there is none. */
  readonly dateText: string
}

/**
 * The main list of a page. `unread`: there are signs of a list that a script builds, so that we cannot say what it
 * holds (DESIGN §5.6). `none`: the page is no list. `empty`: a list or a "no data" notice, and no entries.
 */
export type Listing =
  | {
      readonly kind: 'entries'
      readonly entries: readonly Entry[]
      readonly newest: Day | null
      readonly undated: number
    }
  | { readonly kind: 'empty'; readonly quote: string }
  | { readonly kind: 'unread'; readonly sign: string }
  | { readonly kind: 'none' }

/** What kind of page this is, by its own words and shape, without a control page. */
export type PageKind =
  | 'content'
  | 'list'
  | 'home'
  | 'not-found'
  | 'server-error'
  | 'blocked'
  | 'maintenance'
  | 'not-filed'
  | 'parked'
  | 'login'
  | 'registration'
  | 'placeholder'
  | 'script-rendered'
  | 'empty'

/** One thing that decided the kind of a page. */
export interface KindSign {
  /** Short and stable: `title-status`, `signature`, `challenge`, `wall-form`, … */
  readonly sign: string
  /** The words of the page. */
  readonly quote: string
}

/**
 * A form of the page. `recovery`: of a lost password; `contact`: a message or comment; `mailing-list`: subscribing;
 * `order`: putting into a cart, buying; `other`: sorting, choosing a language, a poll, and what none of these names.
 */
export interface Form {
  readonly type:
    | 'login'
    | 'registration'
    | 'recovery'
    | 'search'
    | 'contact'
    | 'mailing-list'
    | 'order'
    | 'other'
  /** How sure the type is, 0–1. */
  readonly confidence: number
  /** Whether there is no form element: password fields that a script sends. These stand after all others. */
  readonly loose: boolean
  readonly action: string
  /** Names of the fields that a reader fills in. */
  readonly fields: readonly string[]
}

/** Where a page sends its reader without being asked: followed up to 5 times. */
export interface Jump {
  readonly kind: 'meta-refresh' | 'script' | 'frame'
  readonly address: Address
}

/** Everything that is read from one body: a pure function of bytes, headers, address and the day of the visit. */
export interface Page extends PageDates {
  readonly address: Address
  readonly charset: Charset
  readonly title: string
  readonly language: 'zh' | 'en' | 'other'
  /** Visible text, white space folded. Without scripts, styles, comments and hidden templates. */
  readonly text: string
  readonly kind: PageKind
  /** Words that decided the kind. */
  readonly signs: readonly string[]
  /** What decided the kind, by name, the most telling first; empty where nothing speaks against plain content. */
  readonly evidence: readonly KindSign[]
  readonly links: readonly Link[]
  /** Whole addresses to which scripts, menus, frames and forms lead. */
  readonly mentions: readonly Address[]
  readonly listing: Listing
  /** Whether the list goes on on further pages, as far as the page says. */
  readonly furtherPages: boolean
  /** How many pictures, frames and players stand in the content, whose words cannot be read. */
  readonly embedded: number
  readonly forms: readonly Form[]
  /** How the page can be searched; null when there is nothing to search with. */
  readonly search: SearchForm | null
  /** Addresses of script files. */
  readonly scripts: readonly string[]
  /** What the page makes a browser ask for: scripts, pictures, frames, and addresses that its own scripts mention. */
  readonly calls: readonly string[]
  readonly jump: Jump | null
  /** The words of a page that asks its reader to log in or register before anything else; null = no wall. */
  readonly wall: {
    readonly quote: string
    readonly sign: 'form' | 'words'
    readonly asks: 'login' | 'registration'
  } | null
}
