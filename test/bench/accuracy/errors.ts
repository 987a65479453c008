import type { PageKind } from '../../../src/facts/page.ts'
import { crossModels, foldOf, type Sample, samplesOf } from '../training/error-training.ts'
import { scoreOf } from '../training/logistic.ts'
import { dataFolder, type Item, openSet } from './sets.ts'

/** Kinds that are no content: what the label `error` means. */
const ERROR_KINDS: ReadonlySet<PageKind> = new Set([
  'not-found',
  'server-error',
  'blocked',
  'maintenance',
  'not-filed',
  'parked',
])
/** Signs of kinds that no model decides: they hold whatever the weights are. */
const BY_RULE = /^(?:challenge|not-filed|parked|wall-)/

/** Found out of how many. */
export interface Share {
  readonly found: number
  readonly of: number
}

/** How well error pages are told from content. */
export interface ErrorFigures {
  /** Mean over families of the share of their pages that was found. */
  readonly macroRecall: number
  readonly recall: Share
  readonly falsePositives: Share
  readonly families: Readonly<Record<string, Share>>
  readonly classes: Readonly<Record<string, Share>>
  readonly languages: Readonly<Record<string, Share>>
  readonly missed: readonly string[]
  readonly accused: readonly string[]
}

interface Judged {
  readonly item: Item
  readonly sample: Sample
  readonly saidError: boolean
}

const shareOf = (judged: readonly Judged[]): Share => ({
  found: judged.filter((one) => one.saidError).length,
  of: judged.length,
})
const portion = ({ found, of }: Share): number => (of === 0 ? 0 : found / of)

function sharesBy(
  judged: readonly Judged[],
  label: 'family' | 'class' | 'lang',
): Readonly<Record<string, Share>> {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const name = String(one.item[label])
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [one])
    else group.push(one)
  }
  return Object.fromEntries([...groups].sort().map(([name, group]) => [name, shareOf(group)]))
}

function figuresOf(judged: readonly Judged[]): ErrorFigures {
  const errors = judged.filter((one) => one.sample.isError)
  const content = judged.filter((one) => !one.sample.isError)
  const families = sharesBy(errors, 'family')
  const portions = Object.values(families).map(portion)
  return {
    macroRecall: portions.reduce((sum, one) => sum + one, 0) / portions.length,
    recall: shareOf(errors),
    falsePositives: shareOf(content),
    families,
    classes: sharesBy(judged, 'class'),
    languages: sharesBy(errors, 'lang'),
    missed: errors.filter((one) => !one.saidError).map((one) => `${one.item.file} ${one.sample.page.kind}`),
    accused: content
      .filter((one) => one.saidError)
      .map((one) => `${one.item.file} ${one.sample.page.kind} ${one.sample.page.signs.join(' · ')}`),
  }
}

/** Error pages against content, as `readPage` says, and cross-validated: each family by a model that never saw it. */
export function measureErrors(data: string): {
  readonly plain: ErrorFigures
  readonly crossed: ErrorFigures
} {
  const set = openSet(data, 'soft404')
  const samples = samplesOf(set)
  const models = crossModels(samples)
  const crossed = (sample: Sample): boolean => {
    const { page, values, family } = sample
    const isByRule = page.evidence.some((one) => BY_RULE.test(one.sign))
    if (isByRule || values === null) return ERROR_KINDS.has(page.kind)
    const model = models[foldOf(family)]
    const dated =
      page.listing.kind === 'entries' ? page.listing.entries.filter((one) => one.date !== null) : []
    return model !== undefined && dated.length < 3 && scoreOf(model, values) > 0
  }
  const judgedBy = (judge: (sample: Sample) => boolean): readonly Judged[] =>
    set.items.flatMap((item, at) => {
      const sample = samples[at]
      return sample === undefined ? [] : [{ item, sample, saidError: judge(sample) }]
    })
  return {
    plain: figuresOf(judgedBy((sample) => ERROR_KINDS.has(sample.page.kind))),
    crossed: figuresOf(judgedBy(crossed)),
  }
}

const count = ({ found, of }: Share): string => `${found}/${of}`

/** Prints what was measured; with its misses where they are asked for. */
export function printErrors({ plain, crossed }: ReturnType<typeof measureErrors>, misses: boolean): void {
  const rate = (one: ErrorFigures): string =>
    `macro recall ${one.macroRecall.toFixed(3)}, recall ${portion(one.recall).toFixed(3)} (${count(one.recall)}), false positives ${(portion(one.falsePositives) * 100).toFixed(2)} % (${count(one.falsePositives)})`
  console.log(`soft404, plain            ${rate(plain)}`)
  console.log(`soft404, 5-fold by family ${rate(crossed)}`)
  console.log('today, phrase rules       macro recall 0.595 at 0.1 % (data README)')
  const table = (title: string, of: (one: ErrorFigures) => Readonly<Record<string, Share>>): void => {
    console.log(`\n${title.padEnd(30)}plain      5-fold`)
    for (const [name, share] of Object.entries(of(plain))) {
      const other = of(crossed)[name] ?? { found: 0, of: 0 }
      console.log(`${name.padEnd(30)}${count(share).padEnd(11)}${count(other)}`)
    }
  }
  table('family of error pages', (one) => one.families)
  table('class, said to be errors', (one) => one.classes)
  table('language of error pages', (one) => one.languages)
  if (!misses) return
  for (const [name, figures] of [
    ['plain', plain],
    ['5-fold', crossed],
  ] as const) {
    for (const one of figures.missed) console.log(`missed, ${name}: ${one}`)
    for (const one of figures.accused) console.log(`accused, ${name}: ${one}`)
  }
}

if (process.argv[1] === import.meta.filename)
  printErrors(measureErrors(dataFolder(process.argv)), process.argv.includes('--misses'))
