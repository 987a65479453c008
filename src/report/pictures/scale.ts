/** An axis: its ends and the values that are written beside it. */
export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

const STEPS = [0.5, 1, 2, 5, 10, 20, 25] as const

const stepFor = (span: number, most: number): number => STEPS.find((one) => span / one <= most) ?? 25

/** An axis for scores that lie close together: it begins where they do, and ends at 100 at most. */
export function scoreAxis(values: readonly number[]): Axis {
  if (values.length === 0) return { low: 0, high: 100, ticks: [0, 20, 40, 60, 80, 100] }
  const lowest = Math.max(0, Math.min(...values, Math.max(...values) - 4))
  const highest = Math.max(...values, lowest + 4)
  const step = stepFor(highest - lowest, 5)
  const low = Math.max(0, Math.floor(lowest / step - 0.25) * step)
  const high = Math.min(100, Math.ceil(highest / step + 0.25) * step)
  const count = Math.round((high - low) / step)
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, at) => low + at * step) }
}

/** The borders of the classes of a histogram of scores: at most 12 steps from the lowest to 100, and every border given. */
export function scoreClasses(scores: readonly number[], borders: readonly number[]): readonly number[] {
  const lowest = Math.min(95, ...scores)
  const step = [1, 2, 5, 10].find((one) => (100 - Math.floor(lowest / one) * one) / one <= 12) ?? 10
  const low = Math.floor(lowest / step) * step
  const even = Array.from({ length: Math.round((100 - low) / step) + 1 }, (_, at) => low + at * step)
  const all = [...even, ...borders.filter((border) => border > low && border < 100)]
  return [...new Set(all)].sort((a, b) => a - b)
}
