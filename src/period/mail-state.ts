import type { MailEvent } from '../core/mail.ts'

/**
 * How a mail stands. `uncertain`: it was claimed and nobody noted how it ended, so that it may have gone; `waiting`: it
 * failed, and is not tried again yet.
 */
export type MailState =
  | { readonly kind: 'new' }
  | { readonly kind: 'sent'; readonly at: number; readonly to: string }
  | { readonly kind: 'uncertain'; readonly at: number; readonly to: string }
  | { readonly kind: 'due'; readonly attempts: number }
  | { readonly kind: 'waiting'; readonly attempts: number; readonly error: string; readonly until: number }

const MINUTE = 60_000

/**
 * Adds a mail's history up. `retryMinutes`: the pause after the first failure, the second …; the last one holds for all
 * that follow.
 */
export function mailState(
  events: readonly MailEvent[],
  now: number,
  retryMinutes: readonly number[],
): MailState {
  const last = events.at(-1)
  if (last === undefined) return { kind: 'new' }
  const { at, step } = last
  if (step.kind === 'sent') return { kind: 'sent', at, to: step.to }
  if (step.kind === 'claimed') return { kind: 'uncertain', at, to: step.to }
  const attempts = events.filter((event) => event.step.kind === 'failed').length
  const pause = retryMinutes[Math.min(attempts, retryMinutes.length) - 1] ?? 0
  const until = at + pause * MINUTE
  return until <= now ? { kind: 'due', attempts } : { kind: 'waiting', attempts, error: step.error, until }
}
