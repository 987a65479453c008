import { join } from 'node:path'
import { dataFolder } from '../accuracy/sets.ts'
import { FORM_TRAINING, formExamples, formPages, openPages } from './form-examples.ts'
import { train } from './softmax.ts'
import { trainWall, unseenTypes, wallPages } from './wall-examples.ts'
import { modelText, writeModel } from './write-model.ts'

/** Trains the models of form types and of walls, and writes them: `npx tsx test/bench/training/train-forms.ts`. */
function main(): void {
  const data = dataFolder(process.argv)
  const pages = formPages(data)
  const all = [...pages, ...openPages(data)]
  const folder = join(import.meta.dirname, '../../../src/facts/forms')
  writeModel(
    join(folder, 'form-weights.ts'),
    'FORM_WEIGHTS',
    'Weights of the model of form types, written by test/bench/training/train-forms.ts.',
    modelText(train(formExamples(pages), FORM_TRAINING), 0.08),
  )
  writeModel(
    join(folder, 'wall-weights.ts'),
    'WALL_WEIGHTS',
    'Weights of the model of walls, written by test/bench/training/train-forms.ts.',
    modelText(trainWall(wallPages(all, unseenTypes(all))), 0),
  )
}

main()
