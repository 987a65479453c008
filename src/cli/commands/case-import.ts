import type { Command } from 'commander'
import { systemEdges } from '../../app/edges.ts'
import { importReplies } from '../../app/import-replies.ts'
import { type CommonOptions, configOf, listOption, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

interface ImportOptions extends CommonOptions {
  readonly unit?: readonly string[]
  readonly json?: boolean
}

/** `portal-audit case import`: the replies of units in a workbook that `portal-audit workbook --period` wrote. */
export function addCaseImport(parent: Command, terminal: CommandLine['terminal']): void {
  const command = parent
    .command('import')
    .description('读回问题清单（.xlsx）中单位的反馈 / read the units’ replies back from the problem workbook')
    .argument('<file>', '问题清单 / the workbook')
    .option('--unit <unit>', '只许这些单位反馈（可重复）/ only these units may reply in it', listOption)
    .option('--json', 'JSON')
  withConfig(command).action(async (file: string, options: ImportOptions) => {
    const read = await importReplies(configOf(options, terminal), file, options.unit ?? [], systemEdges)
    if (options.json) terminal.out(`${JSON.stringify(read, null, 2)}\n`)
    for (const one of options.json ? [] : read.added) terminal.out(`${one.case} ${one.by}\n`)
    terminal.err(
      `已登记反馈 ${read.added.length} 件，原已登记 ${read.unchanged} 处；尚未反馈 ${read.unanswered} / ` +
        `noted ${read.added.length} replies, ${read.unchanged} rows noted before; ${read.unanswered} cases unanswered\n`,
    )
  })
}
