import type { PageSigns } from '../links/link-records.ts'

/** A page with fewer bytes of visible text may be an error page, a login or a challenge. */
const LITTLE_TEXT = 1_500
const FEW_LINKS = 3

/** What is known of a page before it is read whole. */
export interface FirstSight {
  readonly signs: PageSigns
  readonly links: number
  /** Whether the title has words of an error page. */
  readonly refusesInTitle: boolean
  /** Whether redirects led here. */
  readonly isRedirected: boolean
}

/**
 * Whether a page is worth reading whole. Most pages are long, have links and a title of their own, and stand where they
 * were asked for: for these a closer look, which costs more than everything else, would find nothing.
 */
export const isSuspicious = ({ signs, links, refusesInTitle, isRedirected }: FirstSight): boolean =>
  isRedirected ||
  refusesInTitle ||
  signs.passwordInputs > 0 ||
  signs.textBytes < LITTLE_TEXT ||
  links < FEW_LINKS
