import { demo } from '../../app/demo.ts'
import { systemEdges } from '../../app/edges.ts'
import { EXIT } from '../../core/errors.ts'
import { progressLine } from '../progress-line.ts'
import type { CommandLine } from '../run.ts'
import { languageOf } from '../terminal.ts'
import { truthText } from '../truth-text.ts'
import { present } from './audit.ts'

interface DemoOptions {
  readonly out: string
  readonly lang?: string
  readonly quiet?: boolean
  readonly json?: boolean
}

/** `portal-audit demo`: the fixture city, audited over real HTTP. */
export function addDemo({ program, terminal, end }: CommandLine): void {
  program
    .command('demo')
    .description('在本机启动一座演示城市并检查它 / start the fixture city on loopback and audit it')
    .option('--out <dir>', '工作与报告目录 / folder for workspace and reports', 'demo-output')
    .option('--lang <zh|en>', '语言 / language')
    .option('--quiet', '只报告错误 / errors only')
    .option('--json', '结果以 JSON 写到标准输出 / the report as JSON on stdout')
    .action(async (options: DemoOptions) => {
      const language = languageOf(terminal, options.lang)
      const line = progressLine(terminal, options.quiet === true, systemEdges.now)
      const startedAt = systemEdges.now()
      const result = await demo(options.out, language, line.onProgress).finally(line.finish)
      const seconds = ((systemEdges.now() - startedAt) / 1000).toFixed(1)
      await present(result, result.config, terminal, options)
      const { totals } = result.report
      if (options.quiet !== true && options.json !== true) terminal.out(truthText(result.truth, language))
      if (options.quiet !== true) {
        terminal.err(
          `演示完成 / demo done: ${result.served} 次请求 requests, ${totals.addresses} 个地址 addresses, ` +
            `${totals.duties} 项责任 duties, ${totals.verdicts} 次判定 verdicts, ${seconds} s\n` +
            `下一步 / next: portal-audit explain <指纹 fingerprint> -c ${result.config.file ?? options.out}\n`,
        )
      }
      end(EXIT.clean)
    })
}
