import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../core/errors.ts'
import { parseTemplates, TEMPLATE_FILES, type Templates } from '../report/templates.ts'
import { packageRoot } from './package-root.ts'

/** The texts of templates, by name. Throws {@link InputError} for one that cannot be read. */
export async function readTemplateFiles(
  directory: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const read = async (name: string): Promise<readonly [string, string]> => {
    const file = join(directory, name)
    const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
      const message = `模板无法读取 / the template cannot be read (${fault.code}); take the one that came with the program.`
      throw new InputError([{ file, message }])
    })
    return [name, text]
  }
  return Object.fromEntries(await Promise.all(names.map(read)))
}

/** Reads the templates of a folder; by default those that come with the program. Throws {@link InputError}. */
export const readTemplates = async (directory = join(packageRoot(), 'reports')): Promise<Templates> =>
  parseTemplates(await readTemplateFiles(directory, TEMPLATE_FILES), directory)
