import { type AuditResult, audit } from '../../app/audit.ts'
import type { Config } from '../../app/config.ts'
import { confirm } from '../../app/confirm.ts'
import { systemEdges } from '../../app/edges.ts'
import { renderReport, writeReport } from '../../app/write-report.ts'
import { EXIT, type ExitCode, InputError } from '../../core/errors.ts'
import { isAtLeast } from '../../core/outcome.ts'
import type { AuditReport } from '../../report/audit-report.ts'
import { shown } from '../../report/seen.ts'
import { type CommonOptions, configOf, listOption, withConfig, withNetwork, withReports } from '../options.ts'
import { progressLine } from '../progress-line.ts'
import type { CommandLine } from '../run.ts'
import { stoppable } from '../stop-signals.ts'
import { openText, suspectsText } from '../suspects-text.ts'
import type { Terminal } from '../terminal.ts'

interface AuditOptions extends CommonOptions {
  readonly unit?: readonly string[]
  readonly item?: readonly string[]
  readonly resume?: boolean
  readonly confirm?: boolean
  readonly run?: string
  readonly fresh?: boolean
  readonly quiet?: boolean
  readonly json?: boolean
}

/** 75 for an unreliable run, 2 for findings at or above the threshold, else 0. */
export function exitCodeOf(report: AuditReport, failOn: Config['failOn']): ExitCode {
  if (!report.run.reliable) return EXIT.unreliable
  const severities = report.units.flatMap((unit) => unit.findings.map((finding) => finding.severity))
  return severities.some((severity) => isAtLeast(severity, failOn)) ? EXIT.findings : EXIT.clean
}

/** Writes the reports, prints the result, and says where the reports lie. */
export async function present(
  result: Pick<AuditResult, 'report' | 'warnings'>,
  config: Config,
  terminal: Terminal,
  how: { readonly json?: boolean; readonly quiet?: boolean },
): Promise<void> {
  const { report } = result
  if (!how.quiet) for (const warning of result.warnings) terminal.err(`提示 / note: ${warning}\n`)
  for (const doubt of report.run.doubts) terminal.err(`不可靠 / unreliable: ${doubt.text[config.lang]}\n`)
  const files = await writeReport(report, config)
  const shown = await renderReport(report, [how.json ? 'json' : 'text'], config.lang, config.templates)
  if (how.json || !how.quiet) for (const file of shown) terminal.out(file.content)
  if (!how.quiet) {
    const first = files.find((file) => file.path.endsWith('.html')) ?? files[0]
    const name = first === undefined ? '' : `/${first.path}`
    terminal.err(`报告 / reports: ${config.out}${name} (${files.length})\n`)
  }
}

const NOT_WELL =
  '复查时自检网址没有应答：我方网络可能有故障，本次复查不计。 / canary addresses did not answer: our own network may be at fault, and what was asked does not count.\n'

/** `portal-audit audit --confirm`: what is suspected once more, and the verdicts anew. */
async function confirmRun(options: AuditOptions, terminal: Terminal): Promise<ExitCode> {
  const config = configOf(options, terminal)
  const line = progressLine(terminal, options.quiet === true, systemEdges.now)
  const result = await stoppable(terminal, (signal) =>
    confirm({
      config,
      run: options.run ?? null,
      edges: systemEdges,
      onProgress: line.onProgress,
      onReport: (judged) => {
        line.finish()
        return present(judged, config, terminal, options)
      },
      signal,
    }),
  ).finally(line.finish)
  const open = new Set(result.before.map((one) => shown(one.address)))
  const told = result.report.suspects.filter((one) => open.has(one.address))
  if (options.quiet !== true) terminal.err(suspectsText(told, result.asked, config.lang))
  if (!result.isWell) terminal.err(NOT_WELL)
  return result.isWell ? exitCodeOf(result.report, config.failOn) : EXIT.unreliable
}

function refuseMisuse({ confirm: isConfirm, run, resume, unit, item }: AuditOptions): void {
  const wrong =
    isConfirm === true
      ? (resume === true && '--resume') ||
        (unit !== undefined && '--unit') ||
        (item !== undefined && '--item')
      : run !== undefined && '--run'
  if (wrong === false) return
  const message =
    isConfirm === true
      ? '不能与 --confirm 同用 / cannot be given together with --confirm, which asks the suspects of a whole run.'
      : '只能与 --confirm 同用 / goes with --confirm only.'
  throw new InputError([{ file: wrong, message }], EXIT.usage)
}

/** `portal-audit audit` */
export function addAudit({ program, terminal, end }: CommandLine): void {
  const command = program
    .command('audit')
    .description('检查全市或指定单位 / audit the city, or some units')
    .option('--unit <unit>', '只查该单位（编号或名称，可重复）/ only this unit', listOption)
    .option('--item <item>', '只查该责任事项（可重复）/ only this item', listOption)
    .option('--resume', '继续上次中断的检查 / go on with the run that was interrupted')
    .option('--confirm', '复查上次检查的疑似问题 / ask the suspects of the newest run again')
    .option('--run <id>', '与 --confirm 同用：检查编号 / with --confirm: the run')
    .option(
      '--fresh',
      '全部重新读取，不沿用上次未修改的网页 / read every page whole, whatever has not changed since',
    )
    .option('--quiet', '只报告错误 / errors only')
    .option('--json', '结果以 JSON 写到标准输出 / the report as JSON on stdout')
  withNetwork(withReports(withConfig(command))).action(async (options: AuditOptions) => {
    refuseMisuse(options)
    if (options.confirm === true) {
      end(await confirmRun(options, terminal))
      return
    }
    const config = configOf(options, terminal)
    const line = progressLine(terminal, options.quiet === true, systemEdges.now)
    const result = await stoppable(terminal, (signal) =>
      audit({
        config,
        scope: { units: options.unit ?? [], items: options.item ?? [] },
        resume: options.resume === true,
        fresh: options.fresh === true,
        edges: systemEdges,
        onProgress: line.onProgress,
        onReport: (judged) => {
          line.finish()
          return present(judged, config, terminal, options)
        },
        signal,
      }),
    ).finally(line.finish)
    if (options.quiet !== true) terminal.err(openText(result.report.suspects, config.lang))
    end(exitCodeOf(result.report, config.failOn))
  })
}
