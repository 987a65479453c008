import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Speed, then hostile pages, each in a process of its own so that neither warms up the other. */
for (const name of ['speed.ts', 'hostile.ts'])
  execFileSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, name), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  )
