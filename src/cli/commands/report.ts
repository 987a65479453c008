import { rejudge } from '../../app/rejudge.ts'
import { writeReport } from '../../app/write-report.ts'
import { type CommonOptions, configOf, withConfig, withReports } from '../options.ts'
import type { CommandLine } from '../run.ts'

/** `portal-audit report`: the reports of a stored run, in any format. */
export function addReport({ program, terminal }: CommandLine): void {
  const command = program
    .command('report')
    .description('输出已存检查的报告 / write the reports of a stored run')
    .option('--run <id>', '检查编号 / the run, or latest', 'latest')
  withReports(withConfig(command)).action(async (options: CommonOptions & { readonly run: string }) => {
    const config = configOf(options, terminal)
    const { report } = await rejudge(config, options.run)
    const files = await writeReport(report, config)
    for (const file of files) terminal.out(`${config.out}/${file.path}\n`)
  })
}
