import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { asideFolder } from './aside-folder.ts'
import { makeFolders } from './write-files.ts'
import { explainFileFault } from './write-files-fault.ts'

/**
 * Writes a file piece by piece, for what is too large to be held at once: aside first, then renamed, so that a reader
 * sees the old file or the new one and never half of one. Throws {@link InputError} (cannotCreate) where it cannot be
 * written; nothing is left behind then. A fault of the source is thrown as it is.
 */
export async function writeStream(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const folder = dirname(file)
  let aside: string | null = null
  try {
    await makeFolders(folder, [])
    aside = await asideFolder(folder)
    const written = join(aside, basename(file))
    const handle = await open(written, 'w')
    try {
      for await (const piece of pieces) await handle.writeFile(piece)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(written, file)
  } catch (fault) {
    throw explainFileFault(fault, folder)
  } finally {
    if (aside !== null) await rm(aside, { recursive: true, force: true })
  }
}
