import { writeProblemWorkbook } from '../../app/problem-workbook.ts'
import { EXIT, InputError } from '../../core/errors.ts'
import { type CommonOptions, configOf, listOption, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

interface WorkbookOptions extends Omit<CommonOptions, 'out'> {
  readonly run?: string
  readonly period?: string
  readonly unit?: readonly string[]
  readonly out?: string
}

/** `portal-audit workbook`: the problem list as a workbook, to be reviewed and answered. */
export function addWorkbook({ program, terminal }: CommandLine): void {
  const command = program
    .command('workbook')
    .description('问题清单（.xlsx），供复核、反馈和读回 / the problem list as a workbook')
    .option('--run <id>', '检查编号，封存前复核用 / a run, or latest (default), before it is sealed')
    .option('--period <period>', '已封存的通报期，如 2026-11 / a sealed period, or latest')
    .option('--unit <unit>', '单位编号或名称（可重复）/ id or name of a unit', listOption)
    .option('--out <file>', '文件名 / the file to write')
  withConfig(command).action(async ({ out, run, period, unit, ...common }: WorkbookOptions) => {
    if (run !== undefined && period !== undefined) {
      const message = '--run 与 --period 只能用一个 / give --run or --period, not both.'
      throw new InputError([{ file: 'workbook', message }], EXIT.usage)
    }
    const of = period === undefined ? { run: run ?? 'latest' } : { period }
    const request = { of, units: unit ?? [], out: out ?? null }
    terminal.out(`${await writeProblemWorkbook(configOf(common, terminal), request)}\n`)
  })
}
