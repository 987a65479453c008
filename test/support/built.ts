import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '..', '..')
/** What dist/ is made of. */
const SOURCES = ['src', 'fixtures', 'build.mjs', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']
/** Says of which state of the sources a dist/ is. */
const STAMP = join(ROOT, 'dist', 'tested-sources')

/** When the sources were changed last, and how many there are. */
function stateOfSources(): string {
  let [latest, count] = [0, 0]
  const look = (path: string): void => {
    const found = statSync(path)
    latest = Math.max(latest, found.mtimeMs)
    count += 1
    if (found.isDirectory()) for (const name of readdirSync(path)) look(join(path, name))
  }
  for (const name of SOURCES) look(join(ROOT, name))
  return `${latest} ${count}`
}

function stateOfBuilt(): string | null {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return null
  }
}

/**
 * Builds dist/ once before the tests, so that those which start the real program start today's. One that is of today
 * stays: while it is built there is none, and a test of another run that starts the program then would find it gone.
 */
export default async function build(): Promise<void> {
  const sources = stateOfSources()
  if (stateOfBuilt() === sources) return
  await promisify(execFile)('npm', ['run', 'build', '--silent'], { cwd: ROOT })
  writeFileSync(STAMP, sources)
}

/** The program as it is installed. */
export const PROGRAM = join(ROOT, 'dist', 'src', 'cli', 'main.js')
