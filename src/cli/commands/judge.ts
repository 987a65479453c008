import { rejudge } from '../../app/rejudge.ts'
import { type CommonOptions, configOf, withConfig, withReports } from '../options.ts'
import type { CommandLine } from '../run.ts'
import { exitCodeOf, present } from './audit.ts'

interface JudgeOptions extends CommonOptions {
  readonly run: string
  readonly quiet?: boolean
  readonly json?: boolean
}

/** `portal-audit judge`: a stored run again, perhaps by newer rules, without the network. */
export function addJudge({ program, terminal, end }: CommandLine): void {
  const command = program
    .command('judge')
    .description('对已存的检查重新判定，不联网 / judge a stored run again, without the network')
    .option('--run <id>', '检查编号 / the run, or latest', 'latest')
    .option('--quiet', '只报告错误 / errors only')
    .option('--json', '结果以 JSON 写到标准输出 / the report as JSON on stdout')
  withReports(withConfig(command)).action(async (options: JudgeOptions) => {
    const config = configOf(options, terminal)
    const { report } = await rejudge(config, options.run)
    await present({ report, warnings: [] }, config, terminal, options)
    end(exitCodeOf(report, config.failOn))
  })
}
