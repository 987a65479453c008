import Table from 'cli-table3'
import type { Command } from 'commander'
import { attest, listAttested } from '../../app/attest.ts'
import { systemEdges } from '../../app/edges.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

type AttestOptions = CommonOptions & {
  readonly unit?: string
  readonly clause?: string
  readonly by?: string
  readonly on?: string
  readonly note?: string
}

const STATES = {
  attested: { zh: '已核查', en: 'attested' },
  lapsed: { zh: '已过期', en: 'lapsed' },
  never: { zh: '未核查', en: 'never' },
} as const

/** `portal-audit attest` and `attest list`: duties that only a person can see. */
export function addAttest({ program, terminal }: CommandLine): void {
  const command = program
    .command('attest')
    .description('登记一次人工核查 / note that a person has looked at a duty that no page shows')
    .option('--unit <unit>', '单位编号、名称或别名 / id, name or alias of the unit')
    .option('--clause <id>', '条款，如 四(一)、6.3 / the clause')
    .option('--by <name>', '核查人 / who attests')
    .option('--on <day>', '核查日期 / the day, YYYY-MM-DD')
    .option('--note <words>', '说明 / what to add', '')
  withConfig(command).action(async (options: AttestOptions) => {
    const { unit = '', clause = '', by = '', on = '', note = '' } = options
    const added = await attest(configOf(options, terminal), { unit, clause, by, on, note }, systemEdges)
    terminal.out(`${[added.id, added.unit, added.clause, added.by, added.on].join(' ')}\n`)
  })
  withConfig(
    command
      .command('list')
      .description('须人工核查的条款及其现状 / the clauses that a person looks at, and how they stand')
      .option('--json', 'JSON'),
  ).action(async (_options: unknown, list: Command) => {
    const options = list.optsWithGlobals<AttestOptions & { readonly json?: boolean }>()
    const config = configOf(options, terminal)
    const duties = await listAttested(config, options.unit ?? null, systemEdges)
    if (options.json) {
      const rows = duties.map(({ unit, unitName, clause, state, attestation, until }) => ({
        unit,
        unitName,
        clause: clause.clause,
        title: clause.title,
        state,
        by: attestation?.by ?? null,
        on: attestation?.on ?? null,
        until,
      }))
      terminal.out(`${JSON.stringify(rows, null, 2)}\n`)
      return
    }
    const head = {
      zh: ['单位', '条款', '名称', '状态', '核查人', '核查日期', '有效至'],
      en: ['unit', 'clause', 'title', 'state', 'by', 'on', 'until'],
    }[config.lang]
    const table = new Table({ head, style: { head: [], border: [], compact: true } })
    for (const { unitName, clause, state, attestation, until } of duties)
      table.push([
        unitName,
        clause.clause,
        clause.title,
        STATES[state][config.lang],
        attestation?.by ?? '-',
        attestation?.on ?? '-',
        until ?? '-',
      ])
    terminal.out(`${table.toString()}\n`)
  })
}
