import type { Command } from 'commander'
import { systemEdges } from '../../app/edges.ts'
import { type ImportResult, importRegistry } from '../../app/import-registry.ts'
import type { CheckedAddress } from '../../app/new-addresses.ts'
import type { Language } from '../../app/write-report.ts'
import { EXIT } from '../../core/errors.ts'
import { type CommonOptions, configOf, withConfig, withNetwork } from '../options.ts'
import type { CommandLine } from '../run.ts'

interface ImportOptions extends CommonOptions {
  readonly unit?: string
  readonly deleteMissing?: boolean
  readonly check: boolean
  readonly force?: boolean
  readonly json?: boolean
}

const changeText = ({ place, id, column, from, to }: ImportResult['changes'][number]): string => {
  if (from === null) return `${place}  + ${id}`
  if (to === null) return `${place}  - ${id}`
  return `${place}  ${id} ${column}: ${from === '' ? '∅' : from} → ${to === '' ? '∅' : to}`
}

const addressText = ({ change, address, state, cause }: CheckedAddress): string =>
  `${change.place}  ${change.id} ${address}: ${state} (${cause})`

/** What an import has done, as lines for a terminal. */
export function importText(result: ImportResult, force: boolean, language: Language): string {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const dead = force
    ? say('网址无法访问，仍已导入：', 'dead, imported all the same:')
    : say('网址无法访问，未导入（确需导入的，加 --force）：', 'dead, not imported (--force imports them):')
  const unsettled = say(
    '已导入，但未能确认网址可用：',
    'imported, though nobody could tell whether they work:',
  )
  const ignored = say('未识别，已忽略：', 'not part of a register, ignored:')
  const block = (head: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [head, ...lines.map((line) => `  ${line}`)]
  const lines = [
    ...result.changes.map(changeText),
    ...block(dead, result.dead.map(addressText)),
    ...block(unsettled, result.unsettled.map(addressText)),
    ...block(ignored, result.ignored),
    say(
      `${result.changes.length} 处变更，${force ? 0 : result.dead.length} 个网址未导入`,
      `${result.changes.length} changes, ${force ? 0 : result.dead.length} addresses not imported`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** `portal-audit registry import`. Ends with 2 when a new address is dead. */
export function addRegistryImport(registry: Command, { terminal, end }: Omit<CommandLine, 'program'>): void {
  const command = registry
    .command('import')
    .argument('<workbook>', 'Excel 工作簿 / a workbook, *.xlsx')
    .description('把工作簿并入登记表，并立即核查新网址 / merge a workbook, and ask new addresses at once')
    .option('--unit <id>', '只接受该单位的行 / accept rows of this unit only')
    .option('--delete-missing', '删除工作簿中没有的行 / remove rows that the workbook does not have')
    .option('--no-check', '不联网核查新网址 / do not ask new addresses')
    .option('--force', '无法访问的网址也导入 / import dead addresses too')
    .option('--json', '以 JSON 输出 / as JSON')
  withNetwork(withConfig(command)).action(async (file: string, options: ImportOptions) => {
    const config = configOf(options, terminal)
    const force = options.force === true
    const result = await importRegistry({
      config,
      file,
      unit: options.unit ?? null,
      deleteMissing: options.deleteMissing === true,
      check: options.check,
      force,
      edges: systemEdges,
    })
    const json = { schema: 'portal-audit/registry-import', version: 1, ...result }
    terminal.out(options.json ? `${JSON.stringify(json, null, 2)}\n` : importText(result, force, config.lang))
    if (result.dead.length > 0) end(EXIT.findings)
  })
}
