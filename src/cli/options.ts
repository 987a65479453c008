import { type Command, InvalidArgumentError } from 'commander'
import { type Config, loadConfig } from '../app/config.ts'
import { parseDay } from '../core/day.ts'
import { SEVERITIES, type Severity } from '../core/outcome.ts'
import { FORMAT_NAMES, type FormatName } from '../report/format-names.ts'
import { languageOf, type Terminal } from './terminal.ts'

/** Options that every command with a configuration shares. */
export interface CommonOptions {
  readonly config?: string
  readonly asOf?: string
  readonly lang?: 'zh' | 'en'
  readonly rules?: string
  readonly store?: string
  readonly out?: string
  readonly format?: readonly FormatName[]
  readonly failOn?: Severity
  readonly resolve?: readonly string[]
}

/** A day, YYYY-MM-DD. */
export const dayOption = (text: string): string => {
  if (parseDay(text) === null)
    throw new InvalidArgumentError('应为日期 YYYY-MM-DD / expected a day, YYYY-MM-DD.')
  return text
}

const severityOption = (text: string): Severity => {
  const found = SEVERITIES.find((severity) => severity === text)
  if (found === undefined) throw new InvalidArgumentError(`应为 / expected one of ${SEVERITIES.join(', ')}.`)
  return found
}

/**
 * A repeatable option, whose values may also be joined by commas. An empty one, such as a variable that is not set, is
 * refused: without values most options mean everything.
 */
export function listOption(text: string, before: readonly string[] = []): readonly string[] {
  const parts = text.split(',').filter((part) => part.trim() !== '')
  if (parts.length === 0)
    throw new InvalidArgumentError('不能为空 / is empty; name one, or leave the option out.')
  return [...before, ...parts]
}

const formatOption = (text: string, before: readonly FormatName[] = []): readonly FormatName[] => {
  const names = text.split(',').map((name) => {
    const found = FORMAT_NAMES.find((format) => format === name)
    if (found === undefined)
      throw new InvalidArgumentError(`应为 / expected one of ${FORMAT_NAMES.join(', ')}.`)
    return found
  })
  return [...before, ...names]
}

/** Adds the options that name a configuration. */
export const withConfig = (command: Command): Command =>
  command
    .option('-c, --config <file>', '配置文件 / configuration (default: audit.yaml)')
    .option('--store <file>', '数据库文件 / database file')
    .option('--rules <dir>', '规则包目录 / folder of the rule pack')
    .option('--lang <zh|en>', '语言 / language')

/** Adds the options of commands that write reports. */
export const withReports = (command: Command): Command =>
  command
    .option('--out <dir>', '报告目录 / folder for reports')
    .option('--format <format>', `报告格式 / formats: ${FORMAT_NAMES.join(', ')}`, formatOption)
    .option(
      '--fail-on <severity>',
      `达到该等级即返回 2 / exit 2 from: ${SEVERITIES.join(', ')}`,
      severityOption,
    )

/** Adds the options of commands that ask the web. */
export const withNetwork = (command: Command): Command =>
  command
    .option('--as-of <day>', '检查基准日 / the day judged, YYYY-MM-DD', dayOption)
    .option(
      '--resolve <HOST=ADDR:PORT>',
      '域名指向，可用 *. / like curl --resolve, with *.',
      (text: string, before: readonly string[] = []) => [...before, text],
    )

/** The configuration from file, environment and flags. Throws InputError with the place of every mistake. */
export const configOf = (options: CommonOptions, terminal: Terminal): Config =>
  loadConfig({
    ...(options.config === undefined ? {} : { file: options.config }),
    environment: terminal.environment,
    flags: {
      ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
      ...(options.store === undefined ? {} : { store: options.store }),
      ...(options.rules === undefined ? {} : { pack: options.rules }),
      ...(options.out === undefined ? {} : { out: options.out }),
      ...(options.format === undefined ? {} : { formats: options.format }),
      ...(options.failOn === undefined ? {} : { failOn: options.failOn }),
      ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
      ...(options.lang === undefined ? {} : { lang: languageOf(terminal, options.lang) }),
    },
  })
