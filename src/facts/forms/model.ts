/** A linear model over features that are there or not: what training wrote, read back. */
export interface LinearModel {
  readonly classes: readonly string[]
  readonly bias: readonly number[]
  readonly weights: ReadonlyMap<string, readonly number[]>
}

/** Weights are written as whole numbers: this many make one. */
export const WEIGHT_UNIT = 100

/**
 * Reads a model from its data: entries parted by `;`, each a feature and one whole number a class, white space between;
 * the feature `=` is the bias.
 */
export function modelFrom(classes: readonly string[], data: string): LinearModel {
  const weights = new Map<string, readonly number[]>()
  for (const entry of data.split(';')) {
    const [feature = '', ...numbers] = entry.trim().split(/\s+/)
    if (feature !== '')
      weights.set(
        feature,
        numbers.map((one) => Number(one) / WEIGHT_UNIT),
      )
  }
  return { classes, bias: weights.get('=') ?? classes.map(() => 0), weights }
}

/** The chance of every class, in the order of the model's classes; they add up to 1. */
export function chancesOf(model: LinearModel, features: readonly string[]): readonly number[] {
  const scores = [...model.bias]
  for (const feature of features) {
    const row = model.weights.get(feature)
    if (row === undefined) continue
    for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (row[at] ?? 0)
  }
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
