import type { Feature } from './error-features.ts'

/** Learned by `test/bench/training/train-errors.ts`; not to be edited by hand. The sum is above nought for an error page. */
export const BIAS = -1.951

/** What each feature adds to the sum. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  'title-status': 2.302,
  'title-reason': 1.346,
  'title-words': 3.345,
  'title-error': 2.19,
  'status-agrees': 0.764,
  'line-status': 0.688,
  'line-code': 1.447,
  'line-reason': 0.779,
  'heading-words': 0.253,
  'text-words': 3.677,
  'help-words': 1.432,
  signature: 1.396,
  reference: 0.521,
  names: 0.143,
  about: -2.632,
  'bare-width': -0.362,
  prose: -1.53,
  links: -0.222,
  entries: -0.402,
  fields: -4.428,
  article: -0.089,
  byline: -2.361,
}
