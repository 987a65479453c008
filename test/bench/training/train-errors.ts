import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FEATURES } from '../../../src/facts/kinds/error-features.ts'
import { dataFolder, openSet } from '../accuracy/sets.ts'
import { learnErrors, samplesOf } from './error-training.ts'

/**
 * Learns the weights of `src/facts/kinds/error-weights.ts` anew: `npx tsx test/bench/training/train-errors.ts
 * [--data DIR]`. The same pages always give the same file.
 */
const model = learnErrors(samplesOf(openSet(dataFolder(process.argv), 'soft404')))
const target = join(import.meta.dirname, '../../../src/facts/kinds/error-weights.ts')
const rows = FEATURES.map((feature, at) => {
  const name = /^[a-z]+$/.test(feature) ? feature : `'${feature}'`
  return `  ${name}: ${(model.weights[at] ?? 0).toFixed(2).replace(/\.?0+$/, '')},`
})
writeFileSync(
  target,
  `import type { Feature } from './error-features.ts'

/** Learned by \`test/bench/training/train-errors.ts\`; not to be edited by hand. The sum is above nought for an error page. */
export const BIAS = ${model.bias.toFixed(3)}

/** What each feature adds to the sum. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
${rows.join('\n')}
}
`,
)
