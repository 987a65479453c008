import { systemEdges } from '../../app/edges.ts'
import { recheck } from '../../app/recheck.ts'
import { EXIT } from '../../core/errors.ts'
import { type CommonOptions, configOf, listOption, withConfig, withNetwork } from '../options.ts'
import { progressLine } from '../progress-line.ts'
import type { CommandLine } from '../run.ts'
import { stoppable } from '../stop-signals.ts'

interface RecheckOptions extends CommonOptions {
  readonly unit?: readonly string[]
  readonly fingerprint?: readonly string[]
  readonly quiet?: boolean
  readonly json?: boolean
}

const RESULTS = {
  fixed: { zh: '已整改，销号', en: 'mended, closed' },
  notFixed: { zh: '未整改', en: 'still there' },
  notRechecked: { zh: '未能判定', en: 'could not be judged' },
  dismissed: { zh: '复核认定不属实，销号', en: 'dismissed on review, closed' },
} as const

/** `portal-audit recheck` */
export function addRecheck({ program, terminal, end }: CommandLine): void {
  const command = program
    .command('recheck')
    .description('复查整改中的问题，已整改的销号 / look again at open cases, and close what is mended')
    .option('--unit <unit>', '单位编号或名称（可重复）/ id or name of a unit', listOption)
    .option('--fingerprint <fingerprint>', '问题指纹或事项编号（可重复）/ a fingerprint or case', listOption)
    .option('--quiet', '不显示进度 / no progress')
    .option('--json', 'JSON')
  withNetwork(withConfig(command)).action(async (options: RecheckOptions) => {
    const config = configOf(options, terminal)
    const line = progressLine(terminal, options.quiet === true, systemEdges.now)
    const filter = { cases: options.fingerprint ?? [], units: options.unit ?? [], onlyOpen: true }
    const { run, reliable, results } = await stoppable(terminal, (signal) =>
      recheck(config, filter, systemEdges, line.onProgress, signal),
    ).finally(line.finish)
    if (!reliable) {
      terminal.err(
        `复查不可靠（本机网络可能有故障），未作登记（${run.id}）/ the recheck is unreliable (our own network may be at fault); nothing was noted (${run.id})\n`,
      )
      end(EXIT.unreliable)
      return
    }
    if (options.json) {
      const rows = results.map(({ case: one, result }) => ({ case: one.id, unit: one.unit, result }))
      terminal.out(`${JSON.stringify({ run: run.id, results: rows }, null, 2)}\n`)
    } else
      for (const { case: one, result } of results)
        terminal.out(`${one.id}  ${RESULTS[result][config.lang]}\n`)
    const count = (result: string): number => results.filter((one) => one.result === result).length
    terminal.err(
      `复查 ${results.length} 个：已整改 ${count('fixed')}，未整改 ${count('notFixed')}，未能判定 ${count('notRechecked')}（${run.id}）` +
        ` / looked again at ${results.length}: mended ${count('fixed')}, still there ${count('notFixed')}, could not be judged ${count('notRechecked')}\n`,
    )
  })
}
