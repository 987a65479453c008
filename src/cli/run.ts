import { Command, CommanderError } from 'commander'
import { programVersion } from '../app/package-root.ts'
import { EXIT, type ExitCode, InputError } from '../core/errors.ts'
import type { Terminal } from './terminal.ts'

/** What every command is given to hang itself up on. */
export interface CommandLine {
  readonly program: Command
  readonly terminal: Terminal
  /** Remembers the code that the process will end with. */
  readonly end: (code: ExitCode) => void
}

type AddCommand = (line: CommandLine) => void

/** Each command with the module that holds it: only the one that is asked for is loaded. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map(
  Object.entries({
    demo: async () => (await import('./commands/demo.ts')).addDemo,
    init: async () => (await import('./commands/init.ts')).addInit,
    audit: async () => (await import('./commands/audit.ts')).addAudit,
    judge: async () => (await import('./commands/judge.ts')).addJudge,
    report: async () => (await import('./commands/report.ts')).addReport,
    explain: async () => (await import('./commands/explain.ts')).addExplain,
    check: async () => (await import('./commands/check.ts')).addCheck,
    crawl: async () => (await import('./commands/crawl.ts')).addCrawl,
    facts: async () => (await import('./commands/facts.ts')).addFacts,
    rules: async () => (await import('./commands/rules.ts')).addRules,
    registry: async () => (await import('./commands/registry.ts')).addRegistry,
    workbook: async () => (await import('./commands/workbook.ts')).addWorkbook,
    review: async () => (await import('./commands/review.ts')).addReview,
    seal: async () => (await import('./commands/seal.ts')).addSeal,
    case: async () => (await import('./commands/case.ts')).addCase,
    circular: async () => (await import('./commands/circular.ts')).addCircular,
    sheets: async () => (await import('./commands/sheets.ts')).addSheets,
    recheck: async () => (await import('./commands/recheck.ts')).addRecheck,
    notify: async () => (await import('./commands/notify.ts')).addNotify,
    history: async () => (await import('./commands/history.ts')).addHistory,
    evidence: async () => (await import('./commands/evidence.ts')).addEvidence,
    attest: async () => (await import('./commands/attest.ts')).addAttest,
  }),
)

/** What a command line needs: the command that it names, else all of them, for the help and for a misspelt name. */
async function commandsFor(args: readonly string[]): Promise<readonly AddCommand[]> {
  const named = COMMANDS.get(args[0] ?? '')
  return Promise.all((named === undefined ? [...COMMANDS.values()] : [named]).map((load) => load()))
}

const faultText = (fault: unknown): string => {
  const words = fault instanceof Error ? fault.message : String(fault)
  return `程序出错 / portal-audit failed: ${words}\n这是程序的问题，请附上命令与以上文字报告给维护人员。/ This is our fault; please report it with the command and these words.\n`
}

/** Runs the command line and returns its exit code. Never throws, never prints a stack trace. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: ExitCode = EXIT.clean
  const program = new Command('portal-audit')
    .description('检查政府门户网站内容保障责任的落实情况 / checks who keeps up what on a city portal')
    .version(programVersion(), '-V, --version', '版本 / version')
    .showHelpAfterError('（--help 查看用法 / see --help）')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
  const end = (next: ExitCode): void => {
    code = next
  }
  for (const add of await commandsFor(args)) add({ program, terminal, end })
  for (const command of program.commands) {
    command.exitOverride()
    for (const sub of command.commands) sub.exitOverride()
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? EXIT.clean : EXIT.usage
    if (fault instanceof InputError) {
      terminal.err(`${fault.message}\n`)
      return fault.exitCode
    }
    terminal.err(faultText(fault))
    return EXIT.programFault
  }
}
