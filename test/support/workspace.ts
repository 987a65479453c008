import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of its own for one test, removed with everything in it by `remove`. */
export interface Workspace {
  readonly directory: string
  /** Writes a file, making its folders, and returns its path. */
  write(path: string, content: string | Uint8Array): Promise<string>
  path(name: string): string
  remove(): Promise<void>
}

export async function workspace(): Promise<Workspace> {
  const directory = await mkdtemp(join(tmpdir(), 'portal-audit-'))
  const path = (name: string): string => join(directory, name)
  return {
    directory,
    path,
    write: async (name, content) => {
      await mkdir(dirname(path(name)), { recursive: true })
      await writeFile(path(name), content)
      return path(name)
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}
