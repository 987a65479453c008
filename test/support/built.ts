import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '..', '..')

/** Builds dist/ once before the tests, so that those which start the real program start today's. */
export default async function build(): Promise<void> {
  await promisify(execFile)('npm', ['run', 'build', '--silent'], { cwd: ROOT })
}

/** The program as it is installed. */
export const PROGRAM = join(ROOT, 'dist', 'src', 'cli', 'main.js')
