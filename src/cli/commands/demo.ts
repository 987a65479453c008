import { InvalidArgumentError } from 'commander'
import { demo } from '../../app/demo.ts'
import { systemEdges } from '../../app/edges.ts'
import { DOCUMENT_FORMATS } from '../../app/print-documents.ts'
import { EXIT } from '../../core/errors.ts'
import { progressLine } from '../progress-line.ts'
import type { CommandLine } from '../run.ts'
import { languageOf, type Terminal } from '../terminal.ts'
import { truthText } from '../truth-text.ts'
import { present } from './audit.ts'

interface DemoOptions {
  readonly out: string
  readonly lang?: string
  readonly quiet?: boolean
  readonly json?: boolean
  readonly months?: number
}

const monthsOption = (text: string): number => {
  if (/^[1-3]$/.test(text)) return Number(text)
  throw new InvalidArgumentError('应为 1 至 3 / expected 1 to 3.')
}

/** The whole cycle over months: what happened goes to stdout, day by day. */
async function months(options: DemoOptions, count: number, terminal: Terminal): Promise<void> {
  const { demoMonths } = await import('../../app/demo-months.ts')
  const line = progressLine(terminal, options.quiet === true, systemEdges.now)
  const { config, sealed, page } = await demoMonths({
    directory: options.out,
    months: count,
    formats: DOCUMENT_FORMATS,
    language: languageOf(terminal, options.lang),
    edges: systemEdges,
    onProgress: line.onProgress,
    onStep: ({ day, text }) => {
      line.finish()
      terminal.out(`${day}  ${text}\n`)
    },
  }).finally(line.finish)
  const periods = sealed.map((one) => one.sealing.period).join('、')
  terminal.err(
    `演示完成，已封存 ${periods} / demo done: ${sealed.length} periods sealed\n` +
      `走势 trends: ${page}\n` +
      `通报 circulars: ${config.out}/<${sealed[0]?.sealing.period ?? ''} …>/\n` +
      `下一步 / next: portal-audit case list --open -c ${config.file ?? options.out}\n`,
  )
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
    .option(
      '--months <n>',
      '演示检查、复核、封存、通报、整改的全过程，1 至 3 个月 / the whole cycle over so many months',
      monthsOption,
    )
    .action(async (options: DemoOptions) => {
      if (options.months !== undefined) return months(options, options.months, terminal)
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
            `下一步 / next: npx --no-install portal-audit explain <指纹 fingerprint> -c ${result.config.file ?? options.out}\n`,
        )
      }
      end(EXIT.clean)
    })
}
