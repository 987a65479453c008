import { systemEdges } from '../../app/edges.ts'
import { seal } from '../../app/seal.ts'
import { periodNamed } from '../../app/sealed-periods.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

interface SealOptions extends CommonOptions {
  readonly period: string
  readonly run: string
  readonly by?: string
  readonly accept?: string
  readonly erratum?: string
  readonly json?: boolean
}

/** `portal-audit seal` */
export function addSeal({ program, terminal }: CommandLine): void {
  const command = program
    .command('seal')
    .description('封存一期检查结果，作为通报依据 / freeze a period: what is circulated rests on it')
    .requiredOption('--period <period>', '通报期，如 2026-11 或 2026-Q4 / the period')
    .option('--run <id>', '检查编号 / the run, or latest', 'latest')
    .option('--by <name>', '封存人 / who seals it')
    .option(
      '--accept <reason>',
      '认可与上期相比的异常变化及其原因 / why what is odd beside the period before is right',
    )
    .option('--erratum <reason>', '更正已封存的一期，写明原因 / correct a sealed period, with the reason')
    .option('--json', '封存内容以 JSON 输出 / the sealed document as JSON')
  withConfig(command).action(async (options: SealOptions) => {
    const config = configOf(options, terminal)
    const request = {
      period: periodNamed(options.period),
      run: options.run,
      by: options.by ?? '',
      accepted: options.accept ?? null,
      erratum: options.erratum ?? null,
    }
    const { sealing, document, casesOpened, casesClosed } = await seal(config, request, systemEdges)
    if (options.json) terminal.out(`${JSON.stringify(document, null, 2)}\n`)
    for (const { zh, en } of document.warnings) terminal.err(`注意：${zh} / note: ${en}.\n`)
    const { totals } = document.report
    terminal.err(
      `已封存 ${sealing.period} 第 ${sealing.edition} 版（检查 ${sealing.run}）/ sealed ${sealing.period}, edition ${sealing.edition}, of run ${sealing.run}\n` +
        `  问题 findings ${totals.findings}，新立整改 cases opened ${casesOpened}，销号 closed ${casesClosed}，期限 due ${document.dueOn ?? '—'}\n` +
        `  SHA-256 ${sealing.document}\n`,
    )
  })
}
