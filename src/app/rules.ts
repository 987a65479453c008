import { checks } from '../checks/index.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { Bilingual } from '../core/message.ts'
import type { DaySpan } from '../core/work-calendar.ts'
import { cadenceWords } from '../policy/cadence-words.ts'
import { type MatrixRow, matrixOf } from '../policy/matrix.ts'
import { packSchemas } from '../policy/schema.ts'
import { reportSchemas } from '../report/schema.ts'
import type { Config } from './config.ts'
import { factsSchemas } from './facts-shape.ts'
import { loadPackOf } from './inputs.ts'
import { writeFiles } from './write-files.ts'

/** A rule, as `rules list` prints it. */
export interface RuleLine {
  readonly id: string
  readonly check: string
  readonly title: Bilingual
  readonly items: readonly string[]
  readonly severity: string
  readonly weight: number
  readonly cap: number | null
  readonly basis: string
  readonly options: unknown
}

/** Every rule of the pack, in the order of the pack. Throws {@link InputError} for a bad pack. */
export async function listRules(config: Config): Promise<readonly RuleLine[]> {
  const pack = await loadPackOf(config)
  return [...pack.rules.values()]
}

/** What is known of a rule or of an item of the policy. */
export interface RuleOrItem {
  readonly rule?: RuleLine
  /** The cadences by which the rule judges, each with its item; none where its check judges by none. */
  readonly cadences?: readonly (Bilingual & { readonly item: string; readonly source: string })[]
  readonly check?: {
    readonly id: string
    readonly applicability: string
    readonly expectation: string
    readonly assumptions: string
    readonly messages: readonly {
      readonly id: string
      readonly text: Bilingual
      readonly remedy: Bilingual
    }[]
  }
  readonly item?: {
    readonly id: string
    readonly title: string
    readonly clause: string
    readonly cadences: readonly unknown[]
    readonly rules: readonly string[]
  }
}

/** One rule with its check, or one item with its rules. Throws {@link InputError} when there is neither. */
export async function showRule(config: Config, id: string): Promise<RuleOrItem> {
  const pack = await loadPackOf(config)
  const item = pack.items.get(id)
  if (item !== undefined) {
    const rules = [...pack.rules.values()].filter((rule) => rule.items.includes(id)).map((rule) => rule.id)
    return { item: { id, title: item.title, clause: item.clause, cadences: item.cadences, rules } }
  }
  const rule = pack.rules.get(id)
  const check = rule === undefined ? undefined : checks.get(rule.check)
  if (rule === undefined || check === undefined) {
    const message = `没有这条规则或责任事项 / no rule or item ${id}; portal-audit rules list shows them all.`
    throw new InputError([{ file: config.pack, message }], EXIT.usage)
  }
  const cadences = rule.items.flatMap((item) =>
    (pack.items.get(item)?.cadences ?? [])
      .filter(({ kind }) => check.cadences.includes(kind))
      .map((cadence) => ({ item, ...cadenceWords(cadence), source: cadence.source })),
  )
  const messages = Object.entries(check.messages).map(([name, message]) => ({ id: name, ...message }))
  const { applicability, expectation, assumptions } = check
  return { rule, cadences, check: { id: check.id, applicability, expectation, assumptions, messages } }
}

/** Reads the pack with all its cross-checks; what it holds. Throws {@link InputError} with every mistake. */
export async function lintPack(
  config: Config,
): Promise<{ id: string; version: string; items: number; rules: number; calendar: readonly DaySpan[] }> {
  const { id, version, items, rules, calendar } = await loadPackOf(config)
  return { id, version, items: items.size, rules: rules.size, calendar: calendar.covers }
}

/** Every clause of the policy and what checks it. Throws {@link InputError} for a bad pack. */
export const ruleMatrix = async (config: Config): Promise<readonly MatrixRow[]> =>
  matrixOf(await loadPackOf(config))

/** The JSON Schemas of the pack's files and of what the program writes, by file name. */
export const ruleSchemas = (): Readonly<Record<string, string>> => ({
  ...packSchemas(),
  ...reportSchemas(),
  ...factsSchemas(),
})

/** Writes the JSON Schemas into a folder. */
export async function writeRuleSchemas(directory: string): Promise<readonly string[]> {
  const files = Object.entries(ruleSchemas()).map(([path, content]) => ({ path, content }))
  await writeFiles(directory, files)
  return files.map((file) => file.path)
}
