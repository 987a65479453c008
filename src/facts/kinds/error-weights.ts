import type { Feature } from './error-features.ts'

/** Learned by `test/bench/training/train-errors.ts`; not to be edited by hand. The sum is above nought for an error page. */
export const BIAS = -1.945

/** What each feature adds to the sum. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  'title-status': 2.31,
  'title-reason': 1.34,
  'title-words': 3.35,
  'title-error': 2.2,
  'status-agrees': 0.77,
  'line-status': 0.69,
  'line-code': 1.45,
  'line-reason': 0.78,
  'heading-words': 0.27,
  'text-words': 3.67,
  'help-words': 1.43,
  signature: 1.4,
  reference: 0.52,
  names: 0.14,
  about: -2.61,
  'bare-width': -0.38,
  prose: -1.53,
  links: -0.22,
  entries: -0.35,
  fields: -4.42,
  article: -0.08,
  byline: -2.36,
}
