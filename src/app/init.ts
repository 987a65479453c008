import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { EXIT, InputError } from '../core/errors.ts'
import { registryTemplate } from '../registry/template.ts'
import { configTemplate } from './config-template.ts'
import { writeFiles } from './write-files.ts'

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * Lays out a workspace: `audit.yaml` and `registry/*.csv`, ready to edit. Never overwrites: throws {@link InputError}
 * when one of the files is there already. Returns the paths written, relative to the folder.
 */
export async function initWorkspace(directory: string): Promise<readonly string[]> {
  const registry = Object.entries(registryTemplate())
  const files = [
    { path: 'audit.yaml', content: configTemplate() },
    ...registry.map(([name, content]) => ({ path: `registry/${name}`, content })),
  ]
  for (const file of files) {
    if (await exists(join(directory, file.path))) {
      const message =
        '文件已存在，不会覆盖 / the file is there already and is not overwritten; choose another folder.'
      throw new InputError([{ file: join(directory, file.path), message }], EXIT.cannotCreate)
    }
  }
  await writeFiles(directory, files)
  return files.map((file) => file.path)
}
