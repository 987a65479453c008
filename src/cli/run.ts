import { Command, CommanderError } from 'commander'
import { programVersion } from '../app/package-root.ts'
import { EXIT, type ExitCode, InputError } from '../core/errors.ts'
import { addAttest } from './commands/attest.ts'
import { addAudit } from './commands/audit.ts'
import { addCheck } from './commands/check.ts'
import { addDemo } from './commands/demo.ts'
import { addExplain } from './commands/explain.ts'
import { addFacts } from './commands/facts.ts'
import { addInit } from './commands/init.ts'
import { addJudge } from './commands/judge.ts'
import { addRegistry } from './commands/registry.ts'
import { addReport } from './commands/report.ts'
import { addRules } from './commands/rules.ts'
import type { Terminal } from './terminal.ts'

/** What every command is given to hang itself up on. */
export interface CommandLine {
  readonly program: Command
  readonly terminal: Terminal
  /** Remembers the code that the process will end with. */
  readonly end: (code: ExitCode) => void
}

const COMMANDS = [
  addDemo,
  addInit,
  addAudit,
  addJudge,
  addReport,
  addExplain,
  addCheck,
  addFacts,
  addRules,
  addRegistry,
  addAttest,
]

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
  for (const add of COMMANDS) add({ program, terminal, end })
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
