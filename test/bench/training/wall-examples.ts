import { chosenType, type FormType } from '../../../src/facts/forms/form-type.ts'
import { shapeOf } from '../../../src/facts/forms/page-shape.ts'
import {
  WALL_CLASSES,
  type WallQuestion,
  wallChance,
  wallQuestion,
} from '../../../src/facts/forms/wall-chance.ts'
import { FORM_TRAINING, type FormPage, formExamples } from './form-examples.ts'
import { chancesOf, foldOf, type SoftmaxModel, type Training, train } from './softmax.ts'

/** How the wall model is trained; chosen by cross-validation by domain. */
export const WALL_TRAINING: Training = { classes: WALL_CLASSES, leastGroups: 5, penalty: 0.03, rounds: 300 }

/** A page with the features of every form of it that asks for an account. */
export interface WallPage {
  readonly page: FormPage
  readonly group: string
  readonly candidates: readonly WallQuestion[]
}

/** The types and confidences that models give to the forms of pages whose domain they never saw. */
export function unseenTypes(
  pages: readonly FormPage[],
  folds = 5,
  seed = 0,
): readonly (readonly FormType[])[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    train(formExamples(pages.filter((page) => foldOf(page.group, folds, seed) !== fold)), FORM_TRAINING),
  )
  return pages.map((page) => {
    const model = models[foldOf(page.group, folds, seed)]
    return page.features.map((features, at): FormType => {
      const parts = page.forms[at]?.parts ?? null
      if (model === undefined || parts === null) return { type: 'other', confidence: 0 }
      return chosenType(chancesOf(model, features), parts)
    })
  })
}

/** The wall candidates of pages, by the types that are given for their forms. */
export const wallPages = (
  pages: readonly FormPage[],
  types: ReturnType<typeof unseenTypes>,
): readonly WallPage[] =>
  pages.map((page, at) => {
    const given = types[at] ?? []
    const shape = shapeOf(page.outline, given, page.listing)
    const candidates = page.forms.flatMap(({ parts }, place) => {
      const { type = 'other', confidence = 0 } = given[place] ?? {}
      if (parts === null || (type !== 'login' && type !== 'registration')) return []
      return [wallQuestion(shape, { type, confidence, parts }, page.outline)]
    })
    return { page, group: page.group, candidates }
  })

/** The chance that a page is a wall: that of its likeliest form. `hinted`: whether its address names a login. */
export const pageChance = (model: SoftmaxModel, { candidates }: WallPage, hinted: boolean): number =>
  Math.max(0, ...candidates.map((question) => wallChance(model, question, hinted)))

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
      if (page.pageClass !== 'wall')
        return candidates.map(({ features }) => ({ features, label: 'open', group }))
      const scores = candidates.map(({ features }) =>
        before === null ? features.length : (chancesOf(before, features)[0] ?? 0),
      )
      const best = candidates[scores.indexOf(Math.max(...scores))]
      return best === undefined ? [] : [{ features: best.features, label: 'wall', group }]
    })
    model = train(examples, how)
  }
  return model ?? { classes: how.classes, bias: [0, 0], weights: new Map() }
}

/** For every page the models that never saw its domain, in the order of the pages. */
export function unseenWallModels(
  pages: readonly WallPage[],
  how: Training = WALL_TRAINING,
  folds = 5,
  seed = 0,
): readonly SoftmaxModel[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    trainWall(
      pages.filter((one) => foldOf(one.group, folds, seed) !== fold),
      how,
    ),
  )
  return pages.flatMap((one) => models[foldOf(one.group, folds, seed)] ?? [])
}
