import type { Address } from '../../../src/core/address.ts'
import { toAddress } from '../../../src/core/address.ts'
import { type Day, parseDay } from '../../../src/core/day.ts'
import { decode } from '../../../src/facts/decode.ts'
import { FEATURES, type Feature, traitsOf } from '../../../src/facts/kinds/error-features.ts'
import { linesOf } from '../../../src/facts/kinds/lines.ts'
import { outlineOf } from '../../../src/facts/outline.ts'
import type { Page } from '../../../src/facts/page.ts'
import { readPage } from '../../../src/facts/read-page.ts'
import type { LabelledSet } from '../accuracy/sets.ts'
import { type Example, learn, type Model, scoreOf } from './logistic.ts'
import { OWN_PAGES } from './own-pages.ts'

/** Features that speak for content; all others speak for an error. */
const FOR_CONTENT: ReadonlySet<Feature> = new Set([
  'about',
  'bare-width',
  'prose',
  'links',
  'entries',
  'fields',
  'article',
  'byline',
])
const SIGNS = FEATURES.map((feature) => (FOR_CONTENT.has(feature) ? -1 : 1))
/** An address that says nothing about its page. */
export const ANY_ADDRESS = toAddress('http://www.a.example/b/c/d') as Address
/** A day after every labelled page. */
export const LATE_DAY = parseDay('2026-01-01') as Day
const OWN_ERROR = 0.7
const OWN_CONTENT = 1.5

/** A page as read, with what the model sees of it; `values` is null where there is too much text for an error. */
export interface Sample {
  readonly family: string
  readonly isError: boolean
  readonly page: Page
  readonly values: readonly number[] | null
}

/** Reads a page with nothing known but its bytes. */
export function sampleOf(bytes: Uint8Array, family: string, isError: boolean): Sample {
  const page = readPage({ bytes, contentType: null, address: ANY_ADDRESS, observedOn: LATE_DAY })
  const outline = outlineOf(decode(bytes, null).pieces)
  const traits = traitsOf(outline, outline.title, linesOf(outline), page.listing)
  return { family, isError, page, values: traits?.values ?? null }
}

/** Every page of a labelled set of error pages. */
export const samplesOf = (set: LabelledSet): readonly Sample[] =>
  set.items.map((item) => sampleOf(set.bytesOf(item), String(item.family), item.error === true))

const ownSamples = (): readonly Sample[] =>
  OWN_PAGES.map(({ html, isError }) => sampleOf(new TextEncoder().encode(html), 'own', isError))

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/**
 * Learns from labelled samples and from pages of our own. Near copies crowd some families, so a family of n errors
 * counts as the square root of n. The border is then moved half-way between the weakest errors and the strongest content.
 */
export function learnErrors(samples: readonly Sample[], own: readonly Sample[] = ownSamples()): Model {
  const sizes = new Map<string, number>()
  for (const { family } of samples) sizes.set(family, (sizes.get(family) ?? 0) + 1)
  const weightOf = ({ family, isError }: Sample): number => {
    if (family === 'own') return isError ? OWN_ERROR : OWN_CONTENT
    return isError ? 1 / Math.sqrt(sizes.get(family) ?? 1) : 1
  }
  const examples = [...samples, ...own].flatMap((sample): readonly Example[] =>
    sample.values === null
      ? []
      : [{ values: sample.values, isError: sample.isError, weight: weightOf(sample) }],
  )
  const model = learn(examples, SIGNS as readonly (1 | -1)[])
  const scores = (isError: boolean): readonly number[] =>
    examples
      .filter((one) => one.isError === isError)
      .map((one) => scoreOf(model, one.values))
      .sort((a, b) => a - b)
  const weakest = quantile(scores(true), 0.02)
  const strongest = quantile(scores(false), 0.99)
  return { weights: model.weights, bias: model.bias - Math.max(-1, Math.min(0, (weakest + strongest) / 2)) }
}

const FOLDS = 5
/** Five parts by family, the same at every run. */
export function foldOf(family: string): number {
  let hash = 2166136261
  for (const letter of family) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0
  return hash % FOLDS
}

/** For each part a model that has seen none of its families. */
export function crossModels(samples: readonly Sample[]): readonly Model[] {
  const own = ownSamples()
  return Array.from({ length: FOLDS }, (_, fold) =>
    learnErrors(
      samples.filter((sample) => foldOf(sample.family) !== fold),
      own,
    ),
  )
}
