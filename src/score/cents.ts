const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)

/** A number of points to the hundredth. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100

/**
 * Rounds parts to hundredths so that they add up to `whole`, their sum rounded up, down or as usual: each is rounded down,
 * and the hundredths left over go to the largest remainders, the first of equals first.
 */
export function inCents(parts: readonly number[], whole = hundredths(sum(parts))): readonly number[] {
  const total = Math.round(whole * 100)
  const floors = parts.map((part) => Math.floor(part * 100 + 1e-7))
  const left = total - sum(floors)
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: part * 100 - (floors[at] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  const raised = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ at }) => at))
  return floors.map((part, at) => (part + (raised.has(at) ? 1 : 0)) / 100)
}
