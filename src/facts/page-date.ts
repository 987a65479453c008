import type { Day } from '../core/day.ts'

/** How much of a date a page tells. */
export type DatePrecision = 'day' | 'month' | 'year'

/** Where on a page a date stands. */
export type DateSource =
  | 'meta'
  | 'json-ld'
  | 'microdata'
  | 'label'
  | 'byline'
  | 'time-element'
  | 'script'
  | 'url'
  | 'text'

/** A date of a single (non-list) page. */
export interface PageDate {
  /** The first day of the month or the year where no more is told. */
  readonly date: Day
  readonly precision: DatePrecision
  readonly source: DateSource
  /** How sure it is, 0–1. */
  readonly confidence: number
  /** The words of the page. */
  readonly quote: string
}

/** A date that stands on a page and was not taken for its publication. */
export interface RejectedDate extends Omit<PageDate, 'confidence'> {
  readonly rejected: DateRejection
}

/** Why a date was not taken. */
export type DateRejection =
  /** The document was written then (成文日期). */
  | 'written'
  /** The page was changed then. */
  | 'modified'
  /** The page was built anew then. */
  | 'rebuilt'
  /** Later than the visit, or older than the web. */
  | 'implausible'
  /** The end of a term: 截止, 有效期至. */
  | 'deadline'
  /** The day of the visit: 今天是…. */
  | 'clock'
  /** What a template writes below every page: 最后更新. */
  | 'template'
  /** A copyright line, a counter. */
  | 'copyright'
  /** A founding, a birth. */
  | 'event'
  /** Beside the article: a footer, a side column, another article, a comment. */
  | 'aside'
  /** The year is left out, and nothing tells it. */
  | 'yearless'
  /** A better candidate says something else. */
  | 'outranked'
  /** Too weak a sign to stand alone. */
  | 'unsure'

/** The dates of a single (non-list) page. */
export interface PageDates {
  /** Its first publication; null when nothing says so for certain. */
  readonly published: PageDate | null
  /** When the document was written or signed (成文日期), which is not when it was published. */
  readonly written: PageDate | null
  /** When the page says it was last changed. */
  readonly modified: PageDate | null
  /** The other dates that were weighed, at most 20, and why each was not taken. */
  readonly candidates: readonly RejectedDate[]
}
