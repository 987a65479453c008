import { sheets } from '../../app/sheets.ts'
import { type DocumentOptions, withDocuments, writePrinted } from '../document-options.ts'
import { configOf, listOption, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

/** `portal-audit sheets`: the sheet (监管工作提示单) of every unit for a sealed period. */
export function addSheets({ program, terminal }: CommandLine): void {
  const command = program
    .command('sheets')
    .description('印制各单位的监管工作提示单 / the units’ sheets for a sealed period')
    .option('--unit <unit>', '只印该单位（编号或名称，可重复）/ only this unit', listOption)
  withDocuments(withConfig(command)).action(
    async ({ format, ...options }: DocumentOptions & { readonly unit?: readonly string[] }) => {
      const config = configOf(options, terminal)
      const printed = await sheets(config, {
        period: options.period,
        units: options.unit ?? [],
        issuedOn: options.issuedOn ?? null,
        formats: format ?? ['docx', 'pdf', 'html'],
      })
      await writePrinted(printed, config.out, terminal)
    },
  )
}
