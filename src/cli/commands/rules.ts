import { Option } from 'commander'
import { explainScore } from '../../app/explain-score.ts'
import {
  lintPack,
  listRules,
  type RuleLine,
  type RuleOrItem,
  ruleMatrix,
  ruleSchemas,
  showRule,
  writeRuleSchemas,
} from '../../app/rules.ts'
import { matrixCsv } from '../matrix-csv.ts'
import { matrixText } from '../matrix-text.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'
import { scoreText } from '../score-text.ts'

type JsonOption = Omit<CommonOptions, 'format'> & { readonly json?: boolean }

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const ruleText = (rule: RuleLine): string =>
  [
    rule.id.padEnd(26),
    rule.check.padEnd(22),
    rule.severity.padEnd(9),
    String(rule.weight).padStart(3),
    rule.cap === null ? '   -' : String(rule.cap).padStart(4),
    ` ${rule.items.length === 1 ? rule.items[0] : `${rule.items.length} items`}`.padEnd(12),
    rule.title.zh,
  ].join(' ')

function shownText({ rule, cadences = [], check, item }: RuleOrItem): string {
  if (item !== undefined) {
    const cadences = item.cadences.map((cadence) => `  周期 cadence  ${JSON.stringify(cadence)}`)
    return [
      `${item.id} ${item.title}`,
      item.clause,
      ...cadences,
      `  规则 rules    ${item.rules.join(', ')}`,
      '',
    ].join('\n')
  }
  const lines =
    rule === undefined
      ? []
      : [ruleText(rule), `  依据 basis    ${rule.basis}`, `  选项 options  ${JSON.stringify(rule.options)}`]
  if (check !== undefined) {
    lines.push(
      ...cadences.map((one) => `  周期 cadence  ${one.item} ${one.zh} / ${one.en} (${one.source})`),
      `  适用 applies  ${check.applicability}`,
      `  要求 expects  ${check.expectation}`,
      `  前提 assumes  ${check.assumptions}`,
      ...check.messages.map((message) => `  ${message.id}: ${message.text.zh} / ${message.text.en}`),
    )
  }
  return `${lines.join('\n')}\n`
}

/** `portal-audit rules list|show|lint|matrix|explain-score|schema` */
export function addRules({ program, terminal }: CommandLine): void {
  const rules = program.command('rules').description('规则包 / the rule pack')
  withConfig(rules.command('list').description('列出全部规则 / every rule').option('--json', 'JSON')).action(
    async (options: JsonOption) => {
      const list = await listRules(configOf(options, terminal))
      terminal.out(options.json ? json(list) : `${list.map(ruleText).join('\n')}\n`)
    },
  )
  withConfig(
    rules
      .command('show')
      .argument('<id>', '规则或责任事项 / a rule, or an item such as 2.18')
      .description('一条规则或一项责任 / one rule or item')
      .option('--json', 'JSON'),
  ).action(async (id: string, options: JsonOption) => {
    const shown = await showRule(configOf(options, terminal), id)
    terminal.out(options.json ? json(shown) : shownText(shown))
  })
  withConfig(rules.command('lint').description('校验规则包 / check the pack')).action(
    async (options: CommonOptions) => {
      const found = await lintPack(configOf(options, terminal))
      const days = found.calendar.map(({ from, to }) => `${from}–${to}`).join(', ')
      const calendar =
        days === '' ? '没有工作日历 / no calendar of working days' : `工作日历 / working days ${days}`
      terminal.out(
        `${found.id} ${found.version}: ${found.items} items, ${found.rules} rules, OK\n${calendar}\n`,
      )
    },
  )
  withConfig(
    rules
      .command('matrix')
      .description('每一条款由什么检查、多久一次 / every clause and what checks it')
      .addOption(
        new Option('--format <format>', '格式 / format').choices(['text', 'csv', 'json']).default('text'),
      )
      .option('--json', '同 --format json / the same as --format json'),
  ).action(async ({ format, ...options }: JsonOption & { readonly format: 'text' | 'csv' | 'json' }) => {
    const config = configOf(options, terminal)
    const rows = await ruleMatrix(config)
    if (options.json || format === 'json') terminal.out(json(rows))
    else terminal.out(format === 'csv' ? matrixCsv(rows, config.lang) : matrixText(rows, config.lang))
  })
  withConfig(
    rules
      .command('explain-score')
      .argument('<unit>', '单位编号、名称或别名 / id, name or alias of a unit')
      .description('逐行列出一个单位的得分是怎样算出的 / the arithmetic of a unit’s score, line by line')
      .option('--run <id>', '检查编号 / the run, or latest', 'latest')
      .option('--json', 'JSON'),
  ).action(async (unit: string, options: JsonOption & { readonly run: string }) => {
    const config = configOf(options, terminal)
    const explanation = await explainScore(config, unit, options.run)
    terminal.out(options.json ? json(explanation) : scoreText(explanation, config.lang))
  })
  rules
    .command('schema')
    .description('供编辑器使用的 JSON Schema / JSON Schema for editors')
    .option('--write <dir>', '写入目录 / write into a folder')
    .action(async (options: { readonly write?: string }) => {
      if (options.write === undefined)
        terminal.out(
          json(
            Object.fromEntries(Object.entries(ruleSchemas()).map(([name, text]) => [name, JSON.parse(text)])),
          ),
        )
      else
        for (const path of await writeRuleSchemas(options.write)) terminal.out(`${options.write}/${path}\n`)
    })
}
