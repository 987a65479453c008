/** A number of points to the hundredth. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100

/**
 * Rounds parts to hundredths so that they add up to their rounded sum: each is rounded down, and the hundredths left
 * over go to the largest remainders, the first of equals first.
 */
export function inCents(parts: readonly number[]): readonly number[] {
  const total = Math.round(parts.reduce((sum, part) => sum + part, 0) * 100)
  const floors = parts.map((part) => Math.floor(part * 100 + 1e-7))
  const left = total - floors.reduce((sum, part) => sum + part, 0)
  const byRemainder = parts
    .map((part, at) => ({ at, remainder: part * 100 - (floors[at] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  const raised = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ at }) => at))
  return floors.map((part, at) => (part + (raised.has(at) ? 1 : 0)) / 100)
}
