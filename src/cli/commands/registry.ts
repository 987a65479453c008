import { systemEdges } from '../../app/edges.ts'
import { exportRegistry, lintRegistry, writeRegistryTemplate } from '../../app/registry-files.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

/** `portal-audit registry lint|export|template` */
export function addRegistry({ program, terminal }: CommandLine): void {
  const registry = program
    .command('registry')
    .description('登记表：单位、栏目、办事事项、报备 / the registers')
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
      .argument('<dir>', '目录 / folder')
      .description('导出 CSV，Excel 可直接打开 / CSV that Excel opens'),
  ).action(async (directory: string, options: CommonOptions) => {
    for (const path of await exportRegistry(configOf(options, terminal), directory, systemEdges))
      terminal.out(`${directory}/${path}\n`)
  })
  registry
    .command('template')
    .argument('<dir>', '目录 / folder')
    .description('空白样表 / registers to start from')
    .action(async (directory: string) => {
      for (const path of await writeRegistryTemplate(directory)) terminal.out(`${directory}/${path}\n`)
    })
}
