/** What may be said of an address, the worst first. */
export const CRAWL_STATES = [
  'dead',
  'missing-fragment',
  'soft-404',
  'malformed',
  'wall',
  'suspected',
  'disputed',
  'blocked',
  'untested',
  'alive',
] as const
