import type { Language } from '../app/write-report.ts'

/** What the command line is connected to. */
export interface Terminal {
  /** Machine-readable output and results. */
  readonly out: (text: string) => void
  /** Progress, warnings and errors. */
  readonly err: (text: string) => void
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether nobody reads what goes to `out` any more. */
  readonly outIsGone?: () => boolean
  /** Whether progress may be redrawn in place. */
  readonly errIsTerminal: boolean
}

/** The terminal's language: `--lang`, else Chinese unless the locale names another language. */
export function languageOf(terminal: Terminal, flag: string | undefined): Language {
  if (flag === 'zh' || flag === 'en') return flag
  const locale =
    terminal.environment.LC_ALL || terminal.environment.LC_MESSAGES || terminal.environment.LANG || ''
  return locale === '' || /^(?:zh|C\b|POSIX)/i.test(locale) ? 'zh' : 'en'
}
