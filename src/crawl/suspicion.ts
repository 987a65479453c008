import type { PageSigns } from '../links/link-records.ts'

/** A page with fewer bytes of visible text may be an error page, a login or a challenge. */
const LITTLE_TEXT = 1_500
const FEW_LINKS = 3
/** A page whose visible text is as long as its host's control page, give or take so much, may be the same page. */
const NEAR = 0.3

/** What is known of a page before it is read whole. */
export interface FirstSight {
  readonly signs: PageSigns
  readonly links: number
  /** Whether the title has words of an error page. */
  readonly refusesInTitle: boolean
  /** Whether redirects led here. */
  readonly isRedirected: boolean
  /** Bytes of visible text of the host's control page where that answered as if it existed; null for an honest host. */
  readonly controlText: number | null
}

/**
 * Whether a page is worth reading whole. Most pages are long, have links and a title of their own, and stand where they
 * were asked for: for these a closer look, which costs more than everything else, would find nothing.
 */
export function isSuspicious({
  signs,
  links,
  refusesInTitle,
  isRedirected,
  controlText,
}: FirstSight): boolean {
  if (isRedirected || signs.passwordInputs > 0 || refusesInTitle) return true
  if (signs.textBytes < LITTLE_TEXT || links < FEW_LINKS) return true
  return controlText !== null && Math.abs(signs.textBytes - controlText) <= NEAR * controlText
}
