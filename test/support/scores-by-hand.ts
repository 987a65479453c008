import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A verdict after review, as far as a score needs it. */
export interface PlainVerdict {
  readonly unit: string
  readonly item: string
  readonly rule: string
  readonly subject: string
  readonly outcome: string
}

/** What the rules' YAML says of scores. */
export interface PlainRules {
  readonly sectionOf: ReadonlyMap<string, string>
  /** What one verdict of a rule counts, and the most that the rule may cost. */
  readonly rules: ReadonlyMap<
    string,
    { readonly each: number; readonly cap: number; readonly isVeto: boolean }
  >
  readonly sections: Readonly<Record<string, { readonly weight: number; readonly cap?: number }>>
  readonly minimumWeight: number
  readonly minimumCoverage: number
  readonly passMark: number
  readonly vetoes: readonly { readonly rules: readonly string[]; readonly failures: number }[]
}

/** A unit's result, worked out anew. */
export interface PlainScore {
  readonly unit: string
  readonly score: number
  readonly coverage: number
  readonly vetoed: boolean
}

interface PackFile {
  readonly section?: { readonly id: string }
  readonly items?: readonly { readonly id: string }[]
  readonly rules?: readonly {
    readonly id: string
    readonly severity: string
    readonly weight: number
    readonly cap?: number
  }[]
  readonly scoring?: Omit<PlainRules, 'sectionOf' | 'rules' | 'passMark'> & {
    readonly severities: Readonly<Record<string, number>>
    readonly grades: readonly { readonly id: string; readonly from: number }[]
  }
}

/** Reads a rule pack's files as plain YAML. */
export function plainRules(folder: string): PlainRules {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'general.yaml')
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as PackFile)
  const scoring = files.find((file) => file.scoring !== undefined)?.scoring
  if (scoring === undefined) throw new Error(`${folder} says nothing of scores`)
  return {
    ...scoring,
    sectionOf: new Map(
      files.flatMap(({ section, items }) => (items ?? []).map(({ id }) => [id, section?.id ?? ''] as const)),
    ),
    rules: new Map(
      files.flatMap(({ rules }) =>
        (rules ?? []).map(({ id, severity, weight, cap }) => {
          const each = weight * (scoring.severities[severity] ?? Number.NaN)
          return [id, { each, cap: cap ?? Number.POSITIVE_INFINITY, isVeto: severity === 'veto' }] as const
        }),
      ),
    ),
    passMark: scoring.grades.find((grade) => grade.id === 'pass')?.from ?? Number.NaN,
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
const rounded = (value: number, unit: number): number => Math.round(value * unit) / unit

/** Points lost: the rate at which what passed and what failed, each up to its caps, make 100 is found by halving. */
function lostPoints(
  passed: number,
  failed: readonly { readonly section: string; readonly value: number; readonly cap: number }[],
  sectionCap: (section: string) => number,
): number {
  const sections = [...new Set(failed.map((one) => one.section))]
  const lostAt = (rate: number): number =>
    total(
      sections.map((section) => {
        const own = failed.filter((one) => one.section === section)
        return Math.min(total(own.map(({ value, cap }) => Math.min(value * rate, cap))), sectionCap(section))
      }),
    )
  let [low, high] = [0, 1e9]
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2
    if (passed * middle + lostAt(middle) < 100) low = middle
    else high = middle
  }
  return lostAt(high)
}

function scoreOf(unit: string, verdicts: readonly PlainVerdict[], pack: PlainRules): PlainScore | null {
  const due = verdicts.flatMap(({ item, rule, outcome }) => {
    const { each = Number.NaN, cap = Number.NaN } = pack.rules.get(rule) ?? {}
    const section = pack.sectionOf.get(item) ?? ''
    return outcome === 'inapplicable' ? [] : [{ section, rule, outcome, each, cap }]
  })
  const weightOf = (some: readonly { readonly each: number }[]): number => total(some.map((one) => one.each))
  const owed = weightOf(due)
  const judged = due.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed')
  if (judged.length === 0) return null
  const shared = 100 * Math.min(1, owed / pack.minimumWeight)
  const sections = [...new Set(due.map((one) => one.section))]
  const ofSections = (section: string): number => pack.sections[section]?.weight ?? Number.NaN
  const perWeight = shared / total(sections.map(ofSections))
  const worth = (some: typeof due): number =>
    total(
      some.map(({ section, each }) => {
        const all = weightOf(due.filter((one) => one.section === section))
        return (each / all) * ofSections(section) * perWeight
      }),
    )
  const failed = judged.filter(({ outcome }) => outcome === 'failed')
  const claims = sections.flatMap((section) =>
    [...new Set(failed.filter((one) => one.section === section).map((one) => one.rule))].map((rule) => {
      const ofRule = due.filter((one) => one.rule === rule)
      const here = (some: typeof due) => some.filter((one) => one.section === section && one.rule === rule)
      const cap = pack.rules.get(rule)?.cap ?? Number.NaN
      return { section, value: worth(here(failed)), cap: (cap * worth(here(due))) / worth(ofRule) }
    }),
  )
  const lost = lostPoints(worth(judged) - worth(failed) + 100 - shared, claims, (section) => {
    const { cap } = pack.sections[section] ?? {}
    return cap === undefined ? Number.POSITIVE_INFINITY : cap * perWeight
  })
  const failuresOf = (rules: readonly string[]): number =>
    new Set(
      verdicts
        .filter(({ rule, outcome }) => outcome === 'failed' && rules.includes(rule))
        .map(({ item, subject }) => `${item} ${subject}`),
    ).size
  const severe = [...pack.rules].filter(([, { isVeto }]) => isVeto).map(([id]) => id)
  return {
    unit,
    score: rounded(100 - rounded(lost, 100), 100),
    coverage: rounded(worth(judged) / shared, 10_000),
    vetoed:
      failuresOf(severe) > 0 || pack.vetoes.some(({ rules, failures }) => failuresOf(rules) >= failures),
  }
}

/**
 * The results of the units that are ranked, worked out from verdicts after review and the rules' YAML alone, with none of
 * the product's code: what a person with a calculator would do who has read the pack's comment on scores.
 */
export function scoresByHand(verdicts: readonly PlainVerdict[], pack: PlainRules): readonly PlainScore[] {
  const units = [...new Set(verdicts.map((one) => one.unit))]
  return units.flatMap((unit) => {
    const own = scoreOf(
      unit,
      verdicts.filter((one) => one.unit === unit),
      pack,
    )
    return own === null || own.coverage < pack.minimumCoverage ? [] : [own]
  })
}
