import Table from 'cli-table3'
import type { Command } from 'commander'
import { systemEdges } from '../../app/edges.ts'
import { type History, history, writeHistoryPage } from '../../app/history.ts'
import { prune } from '../../app/prune.ts'
import { EXIT } from '../../core/errors.ts'
import { type CommonOptions, configOf, dayOption, listOption, withConfig } from '../options.ts'
import { pruneText } from '../prune-text.ts'
import type { CommandLine } from '../run.ts'
import type { Terminal } from '../terminal.ts'

interface HistoryOptions extends CommonOptions {
  readonly unit?: readonly string[]
  readonly json?: boolean
}

interface PruneOptions extends CommonOptions {
  readonly dryRun?: boolean
  readonly json?: boolean
}

const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)}%`)
const points = (score: number | null | undefined): string =>
  score === null || score === undefined ? '—' : score.toFixed(2)

const HEAD = {
  zh: ['通报期', '版次', '封存', '单位', '覆盖率', '平均分', '中位数', '问题', '整改中', '逾期', '销号'],
  en: [
    'period',
    'edition',
    'sealed',
    'units',
    'coverage',
    'average',
    'median',
    'findings',
    'open',
    'overdue',
    'closed',
  ],
}

function periodTable({ periods }: History, lang: 'zh' | 'en'): string {
  const table = new Table({ head: HEAD[lang], style: { head: [], border: [], compact: true } })
  for (const one of periods)
    table.push([
      one.period,
      one.edition,
      `${one.sealedOn} ${one.sealedBy}`,
      one.units,
      percent(one.coverage),
      points(one.average),
      points(one.median),
      one.findings,
      one.casesOpen,
      one.casesOverdue,
      one.casesClosed,
    ])
  return `${table.toString()}\n`
}

function unitTable({ periods }: History, wanted: readonly string[], lang: 'zh' | 'en'): string {
  const names = [...new Set(periods.flatMap((one) => Object.keys(one.scores)))].filter((name) =>
    wanted.includes(name),
  )
  const head = [lang === 'zh' ? '单位' : 'unit', ...periods.map((one) => one.period)]
  const table = new Table({ head, style: { head: [], border: [], compact: true } })
  for (const name of names) table.push([name, ...periods.map((one) => points(one.scores[name]))])
  return `${table.toString()}\n`
}

function addPrune(history: Command, terminal: Terminal): void {
  const command = history
    .command('prune')
    .description(
      '按 audit.yaml 的保存期限（retention）清理旧检查 / delete runs older than audit.yaml keeps them',
    )
    .option('--dry-run', '只试算，不删除 / say what would go, delete nothing')
    .option('--as-of <day>', '保存期限算至哪天 / the day on which ages are reckoned, YYYY-MM-DD', dayOption)
    .option('--json', 'JSON')
  withConfig(command).action(async () => {
    const options = command.optsWithGlobals<PruneOptions>()
    const config = configOf(options, terminal)
    const pruned = await prune(config, options.dryRun === true, systemEdges)
    terminal.out(options.json ? `${JSON.stringify(pruned, null, 2)}\n` : pruneText(pruned, config.lang))
  })
}

/** `portal-audit history`, `history prune` */
export function addHistory({ program, terminal, end }: CommandLine): void {
  // Options after `prune` are those of prune only: one of history's that it would not heed is refused.
  const command = program
    .enablePositionalOptions()
    .command('history')
    .enablePositionalOptions()
    .description('历次通报的数据与走势 / figures and trends over sealed periods')
    .option('--unit <name>', '单位名称（可重复）：其历次得分 / scores of a unit', listOption)
    .option('--out <dir>', '走势页（HTML）写入此目录 / write the page of trends into this folder')
    .option('--json', 'JSON')
  addPrune(command, terminal)
  withConfig(command).action(async (options: HistoryOptions) => {
    const config = configOf(options, terminal)
    const all = await history(config)
    const { periods, sealings } = all
    if (options.out !== undefined) terminal.out(`${await writeHistoryPage(all.documents, config)}\n`)
    else if (options.json) terminal.out(`${JSON.stringify({ periods, sealings }, null, 2)}\n`)
    else if (options.unit !== undefined) terminal.out(unitTable(all, options.unit, config.lang))
    else terminal.out(periodTable(all, config.lang))
    const altered = all.sealings.filter((one) => !one.isSound).map((one) => one.sealing.period)
    if (altered.length === 0) return
    terminal.err(
      `封存内容与其校验链不符：${altered.join('、')}；请从备份恢复数据库 / what was sealed does not agree with its chain: ${altered.join(', ')}; restore the database from a backup\n`,
    )
    end(EXIT.badInput)
  })
}
