import { run } from '../../src/cli/run.ts'

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process, with its output caught. */
export async function portalAudit(...args: readonly string[]): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await run(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    environment: {},
    errIsTerminal: false,
  })
  return { code, out, err }
}
