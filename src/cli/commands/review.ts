import Table from 'cli-table3'
import { type Command, InvalidArgumentError } from 'commander'
import { systemEdges } from '../../app/edges.ts'
import {
  ANY_FINDING,
  type FindingFilter,
  findFindings,
  type ListedFinding,
  type ReviewState,
} from '../../app/find-findings.ts'
import { type Choose, decide, reviewList } from '../../app/review.ts'
import { EXIT, InputError } from '../../core/errors.ts'
import { SEVERITIES, type Severity } from '../../core/outcome.ts'
import type { Decision } from '../../core/review.ts'
import { type CommonOptions, configOf, listOption, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'
import { addReviewImport } from './review-import.ts'

interface FilterOptions extends CommonOptions {
  readonly run: string
  readonly unit?: readonly string[]
  readonly item?: readonly string[]
  readonly check?: readonly string[]
  readonly severity?: readonly Severity[]
  readonly pending?: boolean
  readonly json?: boolean
}

interface DecideOptions extends FilterOptions {
  readonly by?: string
  readonly reason?: string
  readonly replace?: boolean
}

const STATES: Readonly<Record<ReviewState, { readonly zh: string; readonly en: string }>> = {
  pending: { zh: '待复核', en: 'pending' },
  lapsed: { zh: '须重新复核', en: 'lapsed' },
  confirmed: { zh: '属实', en: 'confirmed' },
  dismissed: { zh: '不属实', en: 'dismissed' },
  deferred: { zh: '暂缓', en: 'deferred' },
}

const severityOption = (text: string, before: readonly Severity[] = []): readonly Severity[] => {
  const found = SEVERITIES.find((severity) => severity === text)
  if (found === undefined) throw new InvalidArgumentError(`应为 / expected one of ${SEVERITIES.join(', ')}.`)
  return [...before, found]
}

const withFilter = (command: Command): Command =>
  withConfig(command)
    .option('--run <id>', '检查编号 / the run, or latest', 'latest')
    .option('--unit <unit>', '单位编号或名称（可重复）/ id or name of a unit', listOption)
    .option('--item <item>', '责任事项（可重复）/ an item', listOption)
    .option('--check <check>', '检查或规则（可重复）/ a check or rule', listOption)
    .option('--severity <severity>', `等级（可重复）/ severity: ${SEVERITIES.join(', ')}`, severityOption)
    .option('--pending', '只列尚未复核或须重新复核的 / only what waits for review')
    .option('--json', 'JSON')

const filterOf = (fingerprints: readonly string[], options: FilterOptions): FindingFilter => ({
  ...ANY_FINDING,
  fingerprints,
  units: options.unit ?? [],
  items: options.item ?? [],
  checks: options.check ?? [],
  severities: options.severity ?? [],
  states: options.pending ? ['pending', 'lapsed'] : [],
})

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function tableOf(listed: readonly ListedFinding[], lang: 'zh' | 'en'): string {
  const head = {
    zh: ['指纹', '单位', '事项', '等级', '复核', '对象', '问题'],
    en: ['fingerprint', 'unit', 'item', 'severity', 'review', 'subject', 'finding'],
  }[lang]
  const colWidths = [18, 16, 8, 10, 12, 22, 50]
  const table = new Table({ head, colWidths, wordWrap: true, style: { head: [], border: [], compact: true } })
  for (const { finding, state } of listed) {
    const { fingerprint, unitName, item, severity, subject, text } = finding
    table.push([fingerprint, unitName, item, severity, STATES[state][lang], subject, text[lang]])
  }
  return `${table.toString()}\n`
}

const DECIDE: readonly (readonly [name: string, decision: Decision, help: string])[] = [
  ['confirm', 'confirmed', '认定属实 / the finding stands'],
  ['dismiss', 'dismissed', '认定不属实，须写理由 / the machine was wrong; needs a reason'],
  ['defer', 'deferred', '暂缓认定，本期不通报，须写理由 / not this time; needs a reason'],
]

/** `portal-audit review list|show|confirm|dismiss|defer|import` */
export function addReview({ program, terminal }: CommandLine): void {
  const review = program
    .command('review')
    .description('人工复核检查发现的问题 / look through the findings, confirm or dismiss them')
  withFilter(review.command('list').description('列出问题及复核情况 / findings and where they stand')).action(
    async (options: FilterOptions) => {
      const config = configOf(options, terminal)
      const { listed } = await reviewList(config, options.run, filterOf([], options))
      terminal.out(options.json ? json(listed) : tableOf(listed, config.lang))
    },
  )
  withFilter(
    review
      .command('show')
      .description('一个问题的全部情况 / everything about a finding')
      .argument('<fingerprint>', '问题指纹 / fingerprint, or its first digits'),
  ).action(async (fingerprint: string, options: FilterOptions) => {
    const { explain } = await import('../../app/explain.ts')
    const { explanationText } = await import('./explain.ts')
    const config = configOf(options, terminal)
    const explanation = await explain(config, fingerprint, options.run)
    terminal.out(options.json ? json(explanation) : explanationText(explanation, config.lang))
  })
  addReviewImport(review, terminal)
  for (const [name, decision, help] of DECIDE) {
    withFilter(
      review
        .command(name)
        .description(help)
        .argument('[fingerprints...]', '问题指纹，或用筛选条件 / fingerprints, or a filter'),
    )
      .option('--by <name>', '复核人 / the reviewer')
      .option('--reason <words>', '理由 / the reason')
      .option('--replace', '改变他人已作的认定 / decide otherwise than was decided before')
      .action(async (fingerprints: readonly string[], options: DecideOptions) => {
        const config = configOf(options, terminal)
        const { unit, item, check, severity, pending } = options
        const isBounded = [unit, item, check, severity].some((part) => part !== undefined) || pending === true
        if (fingerprints.length === 0 && !isBounded) {
          const message =
            '请写明指纹，或用 --unit、--item、--check、--severity、--pending 筛选 / name fingerprints, or a filter.'
          throw new InputError([{ file: `review ${name}`, message }], EXIT.usage)
        }
        const choose: Choose = (listed, run) =>
          findFindings(listed, filterOf(fingerprints, options), run).map(({ finding: { fingerprint } }) => ({
            fingerprint,
            decision,
            reviewer: options.by ?? '',
            reason: options.reason ?? '',
          }))
        const decided = await decide(config, options.run, choose, options.replace === true, systemEdges)
        if (options.json) terminal.out(json(decided))
        for (const one of options.json ? [] : decided.added)
          terminal.out(`${one.fingerprint} ${STATES[one.decision][config.lang]}\n`)
        terminal.err(
          `已登记 ${decided.added.length} 个，原已如此 ${decided.already.length} 个 / noted ${decided.added.length}, the same before ${decided.already.length}\n`,
        )
      })
  }
}
