import { readFile } from 'node:fs/promises'
import { EXIT, InputError } from '../core/errors.ts'

/** The bytes of a file that the user named. Throws {@link InputError} (usage) when it cannot be read. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault)
    throw new InputError(
      [{ file, message: `文件无法读取 / the file cannot be read (${code}); check the path.` }],
      EXIT.usage,
    )
  }
}
