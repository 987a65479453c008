import { writeFileSync } from 'node:fs'
import { WEIGHT_UNIT } from '../../../src/facts/forms/model.ts'
import type { SoftmaxModel } from './softmax.ts'

const WIDTH = 108

/** A model as data that `modelFrom` reads; features that hardly weigh anything are left out. */
export function modelText(model: SoftmaxModel, least: number): string {
  const written = (weights: readonly number[]): string =>
    weights.map((weight) => Math.round(weight * WEIGHT_UNIT)).join(' ')
  const entries = [...model.weights]
    .filter(([, weights]) => Math.max(...weights.map(Math.abs)) >= least)
    .map(([feature, weights]) => `${feature} ${written(weights)};`)
  const lines: string[] = []
  for (const entry of [`= ${written(model.bias)};`, ...entries]) {
    const last = lines.at(-1)
    if (last === undefined || last.length + entry.length > WIDTH) lines.push(entry)
    else lines[lines.length - 1] = last + entry
  }
  return lines.join('\n')
}

/** Writes a model as a file of data with one constant. */
export function writeModel(file: string, name: string, comment: string, text: string): void {
  writeFileSync(file, `/** ${comment} */\nexport const ${name} = \`\n${text}\n\`\n`)
}
