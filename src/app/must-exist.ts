import { access } from 'node:fs/promises'
import { EXIT, InputError } from '../core/errors.ts'

/** Throws {@link InputError} (usage) when there is no such database: nothing was audited yet, or it lies elsewhere. */
export async function mustExist(file: string): Promise<void> {
  const found = await access(file).then(
    () => true,
    () => false,
  )
  if (found) return
  const message =
    '数据库文件不存在，尚无检查记录；请先运行 audit，或用 -c、--store 指定 / there is no such database, so nothing was audited yet; run portal-audit audit first, or name it with -c or --store.'
  throw new InputError([{ file, message }], EXIT.usage)
}
