import { type Command, InvalidArgumentError } from 'commander'
import { DOCUMENT_FORMATS, type DocumentFormat, type Printed } from '../app/print-documents.ts'
import { writeFiles } from '../app/write-files.ts'
import { type Day, parseDay } from '../core/day.ts'
import type { CommonOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

/** Options of commands that print documents of a sealed period. */
export type DocumentOptions = Omit<CommonOptions, 'format'> & {
  readonly period: string
  readonly format?: readonly DocumentFormat[]
  readonly issuedOn?: Day
}

const formatOption = (text: string, before: readonly DocumentFormat[] = []): readonly DocumentFormat[] => {
  const names = text.split(',').map((name) => {
    const found = DOCUMENT_FORMATS.find((format) => format === name)
    if (found === undefined)
      throw new InvalidArgumentError(`应为 / expected one of ${DOCUMENT_FORMATS.join(', ')}.`)
    return found
  })
  return [...before, ...names]
}

const dayOption = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new InvalidArgumentError('应为日期 YYYY-MM-DD / expected a day, YYYY-MM-DD.')
  return day
}

/** Adds the options of commands that print documents of a sealed period. */
export const withDocuments = (command: Command): Command =>
  command
    .option('--period <period>', '通报期，如 2026-11、2026-Q4 / a sealed period, or latest', 'latest')
    .option('--format <format>', `格式 / formats: ${DOCUMENT_FORMATS.join(', ')}`, formatOption)
    .option(
      '--issued-on <day>',
      '成文日期，默认为封存日期 / day of issue (default: that of sealing)',
      dayOption,
    )
    .option('--out <dir>', '报告目录 / folder for reports')

/** Writes what was printed and names it. Throws the fault that kept a PDF from being made, after the rest is written. */
export async function writePrinted(
  { files, fault }: Printed,
  out: string,
  terminal: Terminal,
): Promise<void> {
  if (files.length > 0) await writeFiles(out, files)
  for (const file of files) terminal.out(`${out}/${file.path}\n`)
  if (fault !== null) throw fault
}
