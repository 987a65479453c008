/** One example: the features that it has, and which of the classes it is. */
export interface Example {
  readonly features: readonly string[]
  readonly label: string
  /** Examples of one group are never in both the training and the test part. */
  readonly group: string
}

/** A multinomial logistic regression over features that are there or not. */
export interface SoftmaxModel {
  readonly classes: readonly string[]
  readonly bias: readonly number[]
  readonly weights: ReadonlyMap<string, readonly number[]>
}

/** How a model is trained. */
export interface Training {
  readonly classes: readonly string[]
  /** Features seen in fewer groups than this are left out. */
  readonly leastGroups: number
  /** Strength of the L2 penalty, per example. */
  readonly penalty: number
  readonly rounds: number
  /** How often the weight of an example counts by class; 1 when not said. */
  readonly classWeight?: Readonly<Record<string, number>>
}

/** Features that occur in enough groups, in a stable order. */
function vocabularyOf(examples: readonly Example[], leastGroups: number): readonly string[] {
  const groups = new Map<string, Set<string>>()
  for (const { features, group } of examples) {
    for (const feature of features) {
      const known = groups.get(feature)
      if (known === undefined) groups.set(feature, new Set([group]))
      else known.add(group)
    }
  }
  return [...groups]
    .filter(([, known]) => known.size >= leastGroups)
    .map(([feature]) => feature)
    .sort()
}

function softmax(scores: Float64Array): Float64Array {
  const top = scores.reduce((best, one) => Math.max(best, one), Number.NEGATIVE_INFINITY)
  const powers = scores.map((one) => Math.exp(one - top))
  const total = powers.reduce((sum, one) => sum + one, 0)
  return powers.map((one) => one / total)
}

/** Trains by full-batch gradient descent with Adam steps: the same examples give the same model. */
export function train(examples: readonly Example[], how: Training): SoftmaxModel {
  const vocabulary = vocabularyOf(examples, how.leastGroups)
  const place = new Map(vocabulary.map((feature, at) => [feature, at]))
  const k = how.classes.length
  const size = (vocabulary.length + 1) * k
  const rows = examples.map(({ features, label }) => ({
    at: features.flatMap((feature) => place.get(feature) ?? []),
    label: how.classes.indexOf(label),
    weight: how.classWeight?.[label] ?? 1,
  }))
  const weights = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const biasAt = vocabulary.length * k
  for (let round = 1; round <= how.rounds; round += 1) {
    const slope = new Float64Array(size)
    for (const row of rows) {
      const scores = new Float64Array(k)
      for (let c = 0; c < k; c += 1) {
        let score = weights[biasAt + c] ?? 0
        for (const at of row.at) score += weights[at * k + c] ?? 0
        scores[c] = score
      }
      const chance = softmax(scores)
      for (let c = 0; c < k; c += 1) {
        const error = ((chance[c] ?? 0) - (c === row.label ? 1 : 0)) * row.weight
        slope[biasAt + c] = (slope[biasAt + c] ?? 0) + error
        for (const at of row.at) slope[at * k + c] = (slope[at * k + c] ?? 0) + error
      }
    }
    const step = 0.05 * (round > how.rounds * 0.7 ? 0.2 : 1)
    for (let at = 0; at < size; at += 1) {
      const penalty = at < biasAt ? how.penalty * (weights[at] ?? 0) * rows.length : 0
      const g = ((slope[at] ?? 0) + penalty) / rows.length
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * g
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * g * g
      const m = (first[at] ?? 0) / (1 - 0.9 ** round)
      const v = (second[at] ?? 0) / (1 - 0.999 ** round)
      weights[at] = (weights[at] ?? 0) - (step * m) / (Math.sqrt(v) + 1e-8)
    }
  }
  return {
    classes: how.classes,
    bias: [...weights.slice(biasAt)],
    weights: new Map(vocabulary.map((feature, at) => [feature, [...weights.slice(at * k, at * k + k)]])),
  }
}

/** The chance of every class for an example. */
export function chancesOf(model: SoftmaxModel, features: readonly string[]): readonly number[] {
  const scores = Float64Array.from(model.bias)
  for (const feature of features) {
    const row = model.weights.get(feature)
    if (row !== undefined)
      for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] ?? 0) + (row[c] ?? 0)
  }
  return [...softmax(scores)]
}

/** Which of the parts a group falls into: the same group always into the same part. */
export function foldOf(group: string, folds: number, seed = 0): number {
  let hash = 2166136261 ^ seed
  for (const letter of group) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0x5bd1e995) >>> 0
  return ((hash ^ (hash >>> 15)) >>> 0) % folds
}

/** For every example the chances that a model gives it which never saw its group. */
export function crossValidated(
  examples: readonly Example[],
  how: Training,
  folds = 5,
  seed = 0,
): readonly (readonly number[])[] {
  const parts = examples.map((one) => foldOf(one.group, folds, seed))
  const chances: (readonly number[])[] = new Array(examples.length)
  for (let fold = 0; fold < folds; fold += 1) {
    const model = train(
      examples.filter((_, at) => parts[at] !== fold),
      how,
    )
    examples.forEach((one, at) => {
      if (parts[at] === fold) chances[at] = chancesOf(model, one.features)
    })
  }
  return chances
}
