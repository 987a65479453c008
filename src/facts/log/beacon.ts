import type { CallingPage } from '../facts.ts'

/** Whether a page calls a log: by itself, or by a script file of its site. `unknown`: one of those files is unread. */
export type BeaconState = 'there' | 'absent' | 'unknown'

/** Tells whether one of these patterns fits anything that a page calls. */
export function beaconState(page: CallingPage, patterns: readonly RegExp[]): BeaconState {
  const fits = (text: string): boolean => patterns.some((pattern) => pattern.test(text))
  if (page.calls.some(fits) || page.scripts.some(({ text }) => text !== null && fits(text))) return 'there'
  return page.scripts.some(({ text }) => text === null) ? 'unknown' : 'absent'
}
