import { EXIT } from '../core/errors.ts'
import type { Terminal } from './terminal.ts'

/** The process's own output, and what became of it. */
export interface StandardStreams {
  readonly terminal: Pick<Terminal, 'out' | 'err' | 'outIsGone'>
  /** The code to end with: the command's, or 73 where its output could not be written (a full disk), which is told. */
  readonly endedWith: (code: number) => number
}

/**
 * Standard output and error of a process. Whoever reads them may stop (`portal-audit audit | head`): what is printed from
 * then on is dropped, and the command does its work and ends with its own code all the same.
 */
export function standardStreams({ stdout, stderr }: NodeJS.Process): StandardStreams {
  let isOutGone = false
  let isErrGone = false
  let fault: NodeJS.ErrnoException | null = null
  stdout.on('error', (met: NodeJS.ErrnoException) => {
    isOutGone = true
    if (met.code !== 'EPIPE') fault ??= met
  })
  stderr.on('error', () => {
    isErrGone = true
  })
  const err = (text: string): void => {
    if (!isErrGone) stderr.write(text)
  }
  return {
    terminal: {
      out: (text) => {
        if (!isOutGone) stdout.write(text)
      },
      err,
      outIsGone: () => isOutGone,
    },
    endedWith: (code) => {
      if (fault === null) return code
      err(
        `标准输出无法写入（${fault.code}），输出不完整；请腾出空间或改用其他位置后重试 / the standard output cannot be written (${fault.code}), so what stands there is not whole; make room or write elsewhere, and run it again.\n`,
      )
      return EXIT.cannotCreate
    },
  }
}
