import type { Command } from 'commander'
import { systemEdges } from '../../app/edges.ts'
import { importDecisions } from '../../app/import-decisions.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

interface ImportOptions extends CommonOptions {
  readonly run: string
  readonly replace?: boolean
  readonly json?: boolean
}

/** `portal-audit review import`: the decisions of a workbook that `portal-audit workbook` wrote. */
export function addReviewImport(review: Command, terminal: CommandLine['terminal']): void {
  const command = review
    .command('import')
    .description('读回问题清单（.xlsx）中的复核结论 / read decisions back from the problem workbook')
    .argument('<file>', '问题清单 / the workbook')
    .option('--run <id>', '检查编号 / the run, or latest', 'latest')
    .option('--replace', '改变他人已作的认定 / decide otherwise than was decided before')
    .option('--json', 'JSON')
  withConfig(command).action(async (file: string, options: ImportOptions) => {
    const config = configOf(options, terminal)
    const read = await importDecisions(config, options.run, file, options.replace === true, systemEdges)
    if (options.json) terminal.out(`${JSON.stringify(read, null, 2)}\n`)
    const count = (decision: string): number => read.added.filter((one) => one.decision === decision).length
    const [confirmed, dismissed, deferred] = ['confirmed', 'dismissed', 'deferred'].map(count)
    terminal.err(
      `已登记：属实 ${confirmed}，不属实 ${dismissed}，暂缓 ${deferred}；尚未复核 ${read.undecided} / ` +
        `noted: ${confirmed} confirmed, ${dismissed} dismissed, ${deferred} deferred; ${read.undecided} not decided yet\n`,
    )
  })
}
