import { shapeOf } from '../../../src/facts/forms/page-shape.ts'
import { wallFeatures } from '../../../src/facts/forms/wall-signs.ts'
import { WALL_CLASSES } from '../../../src/facts/wall-of-page.ts'
import { FORM_TYPES } from '../../../src/facts/forms/form-type.ts'
import { type FormPage, formExamples, FORM_TRAINING } from './form-examples.ts'
import { chancesOf, foldOf, type SoftmaxModel, type Training, train } from './softmax.ts'

/** How the wall model is trained; chosen by cross-validation by domain. */
export const WALL_TRAINING: Training = { classes: WALL_CLASSES, leastGroups: 5, penalty: 0.03, rounds: 300 }

/** A page with the features of every form of it that asks for an account. */
export interface WallPage {
  readonly page: FormPage
  readonly group: string
  readonly candidates: readonly (readonly string[])[]
}

/** The types and confidences that models give to the forms of pages whose domain they never saw. */
export function unseenTypes(pages: readonly FormPage[], folds = 5, seed = 0): readonly (readonly { type: (typeof FORM_TYPES)[number]; confidence: number }[])[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    train(
      formExamples(pages.filter((page) => foldOf(page.group, folds, seed) !== fold)),
      FORM_TRAINING,
    ),
  )
  return pages.map((page) => {
    const model = models[foldOf(page.group, folds, seed)]
    return page.features.map((features) => {
      const chances = model === undefined ? [] : chancesOf(model, features)
      const confidence = Math.max(...chances)
      return { type: FORM_TYPES[chances.indexOf(confidence)] ?? 'other', confidence }
    })
  })
}

/** The wall candidates of pages, by the types that are given for their forms. */
export const wallPages = (pages: readonly FormPage[], types: ReturnType<typeof unseenTypes>): readonly WallPage[] =>
  pages.map((page, at) => {
    const given = types[at] ?? []
    const shape = shapeOf(page.outline, given, page.listing)
    const candidates = page.forms.flatMap(({ parts }, place) => {
      const { type = 'other', confidence = 0 } = given[place] ?? {}
      if (parts === null || (type !== 'login' && type !== 'registration')) return []
      return [wallFeatures(shape, { type, confidence, parts }, page.outline)]
    })
    return { page, group: page.group, candidates }
  })

/** The chance that a page is a wall: that of its likeliest form. */
export const wallChance = (model: SoftmaxModel, { candidates }: WallPage): number =>
  Math.max(0, ...candidates.map((features) => chancesOf(model, features)[0] ?? 0))

/**
 * Trains the wall model. Of a wall page with several forms the likeliest one counts, by the model of the round before;
 * of an open page all do.
 */
export function trainWall(pages: readonly WallPage[], how: Training = WALL_TRAINING): SoftmaxModel {
  const known = pages.filter(({ page }) => page.pageClass !== 'unknown')
  let model: SoftmaxModel | null = null
  for (let pass = 0; pass < 3; pass += 1) {
    const before = model
    const examples = known.flatMap(({ page, group, candidates }) => {
      if (page.pageClass !== 'wall') return candidates.map((features) => ({ features, label: 'open', group }))
      const scores = candidates.map((features) =>
        before === null ? features.length : (chancesOf(before, features)[0] ?? 0),
      )
      const best = candidates[scores.indexOf(Math.max(...scores))]
      return best === undefined ? [] : [{ features: best, label: 'wall', group }]
    })
    model = train(examples, how)
  }
  return model ?? { classes: how.classes, bias: [0, 0], weights: new Map() }
}

/** For every page the chance that a model gives it which never saw its domain. */
export function unseenWallChances(pages: readonly WallPage[], how: Training = WALL_TRAINING, folds = 5, seed = 0): readonly number[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    trainWall(
      pages.filter((one) => foldOf(one.group, folds, seed) !== fold),
      how,
    ),
  )
  return pages.map((one) => {
    const model = models[foldOf(one.group, folds, seed)]
    return model === undefined ? 0 : wallChance(model, one)
  })
}
