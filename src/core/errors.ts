/** One thing wrong with what the user gave us. */
export interface Problem {
  /** The file, as the user named it. */
  readonly file: string
  /** Line, 1-based, where one is known. */
  readonly line?: number
  /** Column of the line, 1-based, or a CSV column's name. */
  readonly column?: number | string
  /** What is wrong, what was expected and what to do next, in one or two sentences. */
  readonly message: string
}

/** sysexits(3), as DESIGN §6 uses them. */
export const EXIT = {
  clean: 0,
  programFault: 1,
  findings: 2,
  usage: 64,
  cannotCreate: 73,
  unreliable: 75,
  /** EX_TEMPFAIL: to be tried again later. */
  tryAgain: 75,
  badInput: 78,
  /** Ended by SIGINT or SIGTERM: 128 and the number of the signal, as shells have it. */
  interrupted: 130,
  terminated: 143,
} as const

/** An exit code that portal-audit may end with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/**
 * A fault of the user's input or of the machine, which the command line shows without a stack trace.
 * Anything else that is thrown is a fault of the program.
 */
export class InputError extends Error {
  readonly problems: readonly Problem[]
  readonly exitCode: ExitCode

  constructor(problems: readonly Problem[], exitCode: ExitCode = EXIT.badInput) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'InputError'
    this.problems = problems
    this.exitCode = exitCode
  }
}

/** `file:line:column: message`, with what is known of the place. */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
  return `${place}: ${problem.message}`
}
