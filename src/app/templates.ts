import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../core/errors.ts'
import { parseTemplates, TEMPLATE_FILES, type Templates } from '../report/templates.ts'
import { packageRoot } from './package-root.ts'

/** Reads the templates of a folder; by default those that come with the program. Throws {@link InputError}. */
export async function readTemplates(directory = join(packageRoot(), 'reports')): Promise<Templates> {
  const read = async (name: string): Promise<readonly [string, string]> => {
    const file = join(directory, name)
    const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
      const message = `模板无法读取 / the template cannot be read (${fault.code}); take the one that came with the program.`
      throw new InputError([{ file, message }])
    })
    return [name, text]
  }
  return parseTemplates(Object.fromEntries(await Promise.all(TEMPLATE_FILES.map(read))), directory)
}
