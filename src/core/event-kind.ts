/**
 * What a duty may hang on: a campaign's end, a campaign after a sudden disaster, a consultation's closing day, a budget's
 * approval.
 */
export const EVENT_KINDS = [
  'campaign-end',
  'emergency-campaign',
  'consultation-close',
  'budget-approval',
] as const

/** One of {@link EVENT_KINDS}. */
export type EventKind = (typeof EVENT_KINDS)[number]
