/** One page to learn from. */
export interface Example {
  readonly values: readonly number[]
  readonly isError: boolean
  /** How much the example counts. */
  readonly weight: number
}

/** A linear model: the sum of weights times values, and the bias, is above nought for an error page. */
export interface Model {
  readonly weights: readonly number[]
  readonly bias: number
}

const STEPS = 4000
const RATE = 0.3
const SHRINK = 0.0004
/** A page without any mark is no error page, however short. */
const HIGHEST_BIAS = -1

export const scoreOf = ({ weights, bias }: Model, values: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)

/**
 * Logistic regression by full gradient descent: the same examples always give the same weights. `signs` holds each
 * weight to one side of nought (1 or -1), so that no mark of an error can come to speak against one by accident.
 */
export function learn(examples: readonly Example[], signs: readonly (1 | -1)[]): Model {
  const weights = signs.map(() => 0)
  let bias = HIGHEST_BIAS
  const total = examples.reduce((sum, one) => sum + one.weight, 0)
  for (let step = 0; step < STEPS; step += 1) {
    const slope = signs.map(() => 0)
    let biasSlope = 0
    for (const { values, isError, weight } of examples) {
      const fault = (1 / (1 + Math.exp(-scoreOf({ weights, bias }, values))) - (isError ? 1 : 0)) * weight
      biasSlope += fault
      for (let at = 0; at < values.length; at += 1) slope[at] = (slope[at] ?? 0) + fault * (values[at] ?? 0)
    }
    bias = Math.min(HIGHEST_BIAS, bias - (RATE * biasSlope) / total)
    for (let at = 0; at < weights.length; at += 1) {
      const next = (weights[at] ?? 0) - RATE * ((slope[at] ?? 0) / total + SHRINK * (weights[at] ?? 0))
      weights[at] = signs[at] === 1 ? Math.max(0, next) : Math.min(0, next)
    }
  }
  return { weights, bias }
}
