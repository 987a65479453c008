import Table from 'cli-table3'
import type { Command } from 'commander'
import { addToCase, type CaseFilter, listCases } from '../../app/cases.ts'
import { systemEdges } from '../../app/edges.ts'
import { parseDay } from '../../core/day.ts'
import { EXIT, InputError } from '../../core/errors.ts'
import { type CaseStep, type Reply, tooLong } from '../../core/rectification.ts'
import type { CaseReport } from '../../report/case-shape.ts'
import { type CommonOptions, configOf, dayOption, listOption, withConfig, withNetwork } from '../options.ts'
import type { CommandLine } from '../run.ts'
import { addCaseImport } from './case-import.ts'

interface ListOptions extends CommonOptions {
  readonly unit?: readonly string[]
  readonly open?: boolean
  readonly json?: boolean
}

interface StepOptions extends CommonOptions {
  readonly by?: string
  readonly cause?: string
  readonly measure?: string
  readonly doneOn?: string
  readonly responsible?: string
  readonly reason?: string
  readonly upheld?: boolean
  readonly rejected?: boolean
}

type Language = 'zh' | 'en'

const STATES = {
  open: { zh: '整改中', en: 'open' },
  closed: { zh: '已销号', en: 'closed' },
} as const

const RESULTS = {
  fixed: { zh: '已整改', en: 'mended' },
  notFixed: { zh: '未整改', en: 'still there' },
  notRechecked: { zh: '未能判定', en: 'could not be judged' },
} as const

function tableOf(cases: readonly CaseReport[], lang: Language): string {
  const head = {
    zh: ['事项编号', '单位', '等级', '状态', '期限', '逾期工作日', '复查', '问题'],
    en: ['case', 'unit', 'severity', 'state', 'due', 'workdays late', 'looked at again', 'finding'],
  }[lang]
  const colWidths = [26, 16, 10, 10, 12, 12, 14, 44]
  const table = new Table({ head, colWidths, wordWrap: true, style: { head: [], border: [], compact: true } })
  for (const one of cases) {
    const { id, unitName, severity, state, dueOn, overdueWorkdays, lastRecheck, text } = one
    const again = lastRecheck === null ? '—' : RESULTS[lastRecheck.result][lang]
    table.push([
      id,
      unitName,
      severity,
      STATES[state][lang],
      dueOn ?? '—',
      overdueWorkdays ?? '?',
      again,
      text[lang],
    ])
  }
  return `${table.toString()}\n`
}

function caseText(one: CaseReport, lang: Language): string {
  const lines = [
    `${one.id}  ${one.unitName}  ${STATES[one.state][lang]}`,
    `  ${one.item} ${one.itemTitle}：${one.subject} ${one.address ?? ''}`.trimEnd(),
    `  ${one.text[lang]}`,
    `  ${lang === 'zh' ? '期限' : 'due'} ${one.dueOn ?? '—'}`,
    ...one.history.map(({ at, by, text }) => `  ${at}  ${text[lang]}  ${by}`),
  ]
  return `${lines.join('\n')}\n`
}

const needed = (value: string | undefined, option: string): string => {
  const words = value?.trim() ?? ''
  const message = words === '' ? '不能为空 / is needed.' : tooLong(words)
  if (message === null) return words
  throw new InputError([{ file: option, message }], EXIT.usage)
}

function replyOf({ cause, measure, doneOn, responsible }: StepOptions): Reply {
  const day = doneOn === undefined ? null : parseDay(doneOn)
  const name = responsible?.trim() ?? ''
  return {
    cause: needed(cause, '--cause'),
    measure: needed(measure, '--measure'),
    ...(day === null ? {} : { doneOn: day }),
    ...(name === '' ? {} : { responsible: name }),
  }
}

function decisionOf({ upheld, rejected, reason }: StepOptions): CaseStep {
  if ((upheld === true) === (rejected === true))
    throw new InputError(
      [
        {
          file: 'case decide',
          message: '请在 --upheld 与 --rejected 中选一 / give either --upheld or --rejected.',
        },
      ],
      EXIT.usage,
    )
  return { kind: 'decided', upheld: upheld === true, reason: needed(reason, '--reason') }
}

const STEPS: readonly {
  readonly name: string
  readonly help: string
  readonly options: (command: Command) => Command
  readonly steps: (options: StepOptions) => readonly CaseStep[]
}[] = [
  {
    name: 'reply',
    help: '登记单位反馈的原因与措施 / a unit’s reply: cause and measure',
    options: (command) =>
      command
        .option('--cause <words>', '原因 / the cause')
        .option('--measure <words>', '整改措施 / the measure')
        .option('--done-on <day>', '完成时间 / when it is done, YYYY-MM-DD', dayOption)
        .option('--responsible <name>', '责任人 / who answers for it'),
    steps: (options) => [{ kind: 'replied', ...replyOf(options) }],
  },
  {
    name: 'appeal',
    help: '登记单位申诉 / a unit’s appeal',
    options: (command) => command.option('--reason <words>', '理由 / the reason'),
    steps: ({ reason }) => [{ kind: 'appealed', reason: needed(reason, '--reason') }],
  },
  {
    name: 'decide',
    help: '处理申诉：成立即销号 / decide an appeal: an upheld one closes the case',
    options: (command) =>
      command
        .option('--upheld', '申诉成立 / the appeal is upheld')
        .option('--rejected', '申诉不成立 / the appeal is rejected')
        .option('--reason <words>', '理由 / the reason'),
    steps: (options) => {
      const decided = decisionOf(options)
      const isUpheld = decided.kind === 'decided' && decided.upheld
      return isUpheld ? [decided, { kind: 'closed', because: 'appeal-upheld' }] : [decided]
    },
  },
]

/** `portal-audit case list|show|import|reply|appeal|decide` */
export function addCase({ program, terminal }: CommandLine): void {
  const parent = program
    .command('case')
    .description('整改台账：通报问题的整改情况 / what became of circulated findings')
  const show = async (filter: CaseFilter, options: ListOptions, isOne: boolean): Promise<void> => {
    const config = configOf(options, terminal)
    const cases = await listCases(config, filter, systemEdges)
    if (isOne && cases.length === 0)
      throw new InputError(
        [
          {
            file: filter.cases.join(' '),
            message: '没有这个整改事项 / there is no such case; see case list.',
          },
        ],
        EXIT.usage,
      )
    if (options.json) terminal.out(`${JSON.stringify(cases, null, 2)}\n`)
    else if (isOne) for (const one of cases) terminal.out(caseText(one, config.lang))
    else terminal.out(tableOf(cases, config.lang))
  }
  withNetwork(withConfig(parent.command('list').description('列出整改事项 / the cases')))
    .option('--unit <unit>', '单位编号或名称（可重复）/ id or name of a unit', listOption)
    .option('--open', '只列整改中的 / open ones only')
    .option('--json', 'JSON')
    .action((options: ListOptions) =>
      show({ cases: [], units: options.unit ?? [], onlyOpen: options.open === true }, options, false),
    )
  withConfig(parent.command('show').description('一个整改事项的全部经过 / the history of a case'))
    .argument('<case>', '事项编号或问题指纹 / id of a case, or a fingerprint')
    .option('--json', 'JSON')
    .action((id: string, options: ListOptions) =>
      show({ cases: [id], units: [], onlyOpen: false }, options, true),
    )
  addCaseImport(parent, terminal)
  for (const { name, help, options: add, steps } of STEPS)
    add(withConfig(parent.command(name).description(help)))
      .argument('<case>', '事项编号或问题指纹 / id of a case, or a fingerprint')
      .option('--by <name>', '经办人 / who')
      .action(async (id: string, options: StepOptions) => {
        const config = configOf(options, terminal)
        const one = await addToCase(config, id, steps(options), options.by ?? '', systemEdges)
        terminal.out(`${one.id}\n`)
      })
}
