import { InvalidArgumentError } from 'commander'
import { circular } from '../../app/circular.ts'
import { DOCUMENT_FORMATS } from '../../app/print-documents.ts'
import { type DocumentOptions, withDocuments, writePrinted } from '../document-options.ts'
import { configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

const numberOption = (text: string): number => {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('应为正整数，不加“第”“号” / expected a whole number from 1.')
}

/** `portal-audit circular`: the circular of a sealed period. */
export function addCircular({ program, terminal }: CommandLine): void {
  const command = program
    .command('circular')
    .description('印制一期通报 / the circular of a sealed period')
    .option('--number <number>', '发文顺序号 / serial number of the document in its year', numberOption)
  withDocuments(withConfig(command)).action(
    async ({ format, ...options }: DocumentOptions & { readonly number?: number }) => {
      const config = configOf(options, terminal)
      const printed = await circular(config, {
        period: options.period,
        number: options.number ?? null,
        issuedOn: options.issuedOn ?? null,
        formats: format ?? DOCUMENT_FORMATS,
      })
      if (printed.circular.requirements.workdaysLeft === 0)
        terminal.err(
          '注意：成文日期已到或超过整改期限 / note: the day of issue is not before the deadline.\n',
        )
      await writePrinted(printed, config.out, terminal)
    },
  )
}
