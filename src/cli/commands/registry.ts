import { systemEdges } from '../../app/edges.ts'
import { exportRegistry, lintRegistry, writeRegistryTemplate } from '../../app/registry-files.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'
import { addRegistryImport } from './registry-import.ts'

/** `portal-audit registry lint|export|import|template` */
export function addRegistry({ program, terminal, end }: CommandLine): void {
  const registry = program
    .command('registry')
    .description('登记表：单位、栏目、办事事项、事件、报备、豁免、人工核查 / the registers')
  withConfig(
    registry.command('lint').description('校验登记表 / check the registers').option('--json', 'JSON'),
  ).action(async (options: CommonOptions & { readonly json?: boolean }) => {
    const found = await lintRegistry(configOf(options, terminal), systemEdges)
    for (const warning of found.warnings) terminal.err(`提示 / note: ${warning}\n`)
    const { warnings, ...counts } = found
    const text = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
    terminal.out(
      options.json
        ? `${JSON.stringify(found, null, 2)}\n`
        : `${text.join(', ')}, ${warnings.length} notes, OK\n`,
    )
  })
  withConfig(
    registry
      .command('export')
      .argument('<target>', '目录，或 *.xlsx 文件 / a folder, or a file *.xlsx')
      .option(
        '--unit <id>',
        '只导出一个单位，附“新网址”列（.xlsx）/ one unit, with columns for new addresses',
      )
      .description('导出为 CSV 或一个 Excel 工作簿 / as CSV that Excel opens, or as one workbook'),
  ).action(async (target: string, options: CommonOptions & { readonly unit?: string }) => {
    const unit = options.unit ?? null
    for (const path of await exportRegistry(configOf(options, terminal), target, unit, systemEdges))
      terminal.out(`${path}\n`)
  })
  registry
    .command('template')
    .argument('<target>', '目录，或 *.xlsx 文件 / a folder, or a file *.xlsx')
    .description('空白样表 / registers to start from')
    .action(async (target: string) => {
      for (const path of await writeRegistryTemplate(target)) terminal.out(`${path}\n`)
    })
  addRegistryImport(registry, { terminal, end })
}
