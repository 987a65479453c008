import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const NAME = '.portal-audit-'

/** Begins the name of every aside folder that a process of this machine has made. */
const prefixOf = (pid: number): string => `${NAME}${hostname()}-${pid}-`

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether a name is that of an aside folder whose maker was killed before it could remove it. */
function isLeftOver(name: string): boolean {
  const [, pid] = /-(\d+)-[^-]+$/.exec(name) ?? []
  return pid !== undefined && name.startsWith(prefixOf(Number(pid))) && !isRunning(Number(pid))
}

/** Makes a hidden folder in which files are written before they are renamed, and removes those of killed processes. */
export async function asideFolder(directory: string): Promise<string> {
  for (const name of await readdir(directory)) {
    if (isLeftOver(name)) await rm(join(directory, name), { recursive: true, force: true }).catch(() => {})
  }
  return mkdtemp(join(directory, prefixOf(process.pid)))
}
