import type * as z from 'zod'
import { InputError, type Problem } from '../core/errors.ts'
import type { CheckId, ItemId } from '../core/ids.ts'
import { NO_CALENDAR, type WorkCalendar } from '../core/work-calendar.ts'
import type { CadenceKind } from './cadence.ts'
import { checkTitlesOf } from './check-titles.ts'
import type { GeneralDuty } from './general-duty.ts'
import type { Item } from './item.ts'
import type { Pack, Section } from './pack.ts'
import { type PackText, type Read, readShaped } from './read-shaped.ts'
import type { Rule } from './rule.ts'
import { scoringProblems } from './scoring-problems.ts'
import { shapeWords } from './shape-words.ts'
import {
  type GeneralFile,
  generalShape,
  type PackFile,
  packShape,
  type SectionFile,
  sectionShape,
} from './shapes.ts'

/** What the policy room must know of checks: their ids, what options they take, by which kinds of cadence they judge. */
export type CheckOptions = ReadonlyMap<
  CheckId,
  { readonly options: z.ZodType; readonly cadences?: readonly CadenceKind[] }
>

function itemsOf(sections: readonly Read<SectionFile>[], problems: Problem[]): ReadonlyMap<ItemId, Item> {
  const items = new Map<ItemId, Item>()
  for (const { data, source } of sections) {
    data.items.forEach((item, at) => {
      if (items.has(item.id))
        problems.push(source.problemAt(['items', at, 'id'], `“${item.id}”重复 / this item stands twice.`))
      if (!item.id.startsWith(`${data.section.id}.`)) {
        problems.push(
          source.problemAt(
            ['items', at, 'id'],
            `“${item.id}”不属于第 ${data.section.id} 部分 / not of section ${data.section.id}.`,
          ),
        )
      }
      items.set(item.id, { ...item, section: data.section.id })
    })
  }
  return items
}

const matches = (selector: string, item: ItemId): boolean =>
  selector === '*' || selector === item || (selector.endsWith('.*') && item.startsWith(selector.slice(0, -1)))

/** Rules of pack.yaml first, then of the sections, each in the order of its file. */
function rulesOf(
  files: readonly (Read<PackFile> | Read<SectionFile>)[],
  items: ReadonlyMap<ItemId, Item>,
  checks: CheckOptions,
  problems: Problem[],
): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>()
  const all = files.flatMap(({ source, data }) => data.rules.map((rule, at) => ({ rule, at, source })))
  for (const { rule, at, source } of all) {
    const problem = (path: readonly PropertyKey[], message: string): void => {
      problems.push(source.problemAt(['rules', at, ...path], message))
    }
    if (rules.has(rule.id)) problem(['id'], `“${rule.id}”重复 / this rule stands twice.`)
    rule.items.forEach((selector, index) => {
      if (![...items.keys()].some((item) => matches(selector, item))) {
        problem(
          ['items', index],
          `没有责任事项“${selector}”/ no item ${selector}; expected an id of a section file.`,
        )
      }
    })
    const check = checks.get(rule.check)
    if (check === undefined)
      problem(
        ['check'],
        `没有检查“${rule.check}”/ no check ${rule.check}; expected one of ${[...checks.keys()].join(', ')}.`,
      )
    const options = check?.options.safeParse(rule.options, { error: shapeWords })
    for (const issue of options?.error?.issues ?? []) problem(['options', ...issue.path], issue.message)
    const chosen = [...items.keys()].filter((item) => rule.items.some((selector) => matches(selector, item)))
    const kinds = check?.cadences ?? []
    const without = chosen.filter((id) => !items.get(id)?.cadences.some(({ kind }) => kinds.includes(kind)))
    if (kinds.length > 0 && without.length > 0)
      problem(
        ['items'],
        `${without.join('、')} 没有 ${kinds.join('、')} 周期 / ${rule.check} judges by a cadence of the item (${kinds.join(', ')}); give these items one, or leave them out.`,
      )
    rules.set(rule.id, { ...rule, items: chosen, options: options?.data })
  }
  return rules
}

function generalOf(
  read: Read<GeneralFile> | null,
  rules: ReadonlyMap<string, Rule>,
  problems: Problem[],
): readonly GeneralDuty[] {
  const duties = read?.data.general ?? []
  duties.forEach((duty, at) => {
    duty.rules.forEach((rule, index) => {
      if (rules.has(rule)) return
      const message = `没有规则“${rule}”/ no rule ${rule}; expected the id of a rule of pack.yaml.`
      problems.push(...(read ? [read.source.problemAt(['general', at, 'rules', index], message)] : []))
    })
    if (read && duties.findIndex((one) => one.id === duty.id) !== at)
      problems.push(
        read.source.problemAt(['general', at, 'id'], `“${duty.id}”重复 / this duty stands twice.`),
      )
  })
  return duties
}

/**
 * Texts to a pack, cross-checked. One file is named `pack.yaml`, one may be `general.yaml`; every other one is a section. Throws
 * {@link InputError} with every problem: file, line, column, the path in the document and what was expected.
 */
export function loadPack(
  files: readonly PackText[],
  checks: CheckOptions,
  hash: string,
  calendar: WorkCalendar = NO_CALENDAR,
): Pack {
  const problems: Problem[] = []
  const isPack = (file: PackText): boolean => /(^|[\\/])pack\.yaml$/.test(file.name)
  const packText = files.find(isPack)
  if (packText === undefined) {
    throw new InputError([
      {
        file: 'pack.yaml',
        message: '缺少 pack.yaml / there is no pack.yaml; a pack is pack.yaml and one file per section.',
      },
    ])
  }
  const pack = readShaped(packText, packShape, problems)
  const isGeneral = (file: PackText): boolean => /(^|[\\/])general\.yaml$/.test(file.name)
  const generalText = files.find(isGeneral)
  const general = generalText === undefined ? null : readShaped(generalText, generalShape, problems)
  const sections = files
    .filter((file) => !isPack(file) && !isGeneral(file))
    .flatMap((file) => readShaped(file, sectionShape, problems) ?? [])
  const items = itemsOf(sections, problems)
  if (problems.length > 0 || pack === null) throw new InputError(problems)
  const rules = rulesOf([pack, ...sections], items, checks, problems)
  const duties = generalOf(general, rules, problems)
  const ids = sections.map((section) => section.data.section.id)
  problems.push(...scoringProblems(pack.data.scoring, pack.source, ids, new Set(rules.keys())))
  const checkTitles = checkTitlesOf(pack.data.checkTitles, rules, pack.source, problems)
  if (problems.length > 0) throw new InputError(problems)
  const { id, version, title, source, scoring } = pack.data
  const { thresholds } = pack.data.cadence
  const titles: readonly Section[] = sections.map((section) => section.data.section)
  return {
    id,
    version,
    title,
    source,
    hash,
    sections: titles,
    items,
    rules,
    checkTitles,
    general: duties,
    scoring,
    thresholds,
    calendar,
  }
}
