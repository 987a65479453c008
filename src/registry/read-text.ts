import { readFile } from 'node:fs/promises'
import type { Problem } from '../core/errors.ts'

const SAVE_AS = '在 Excel 中请“另存为”→“CSV UTF-8（逗号分隔）” / in Excel choose Save as, CSV UTF-8.'

const decodes = (bytes: Uint8Array, charset: string): string | null => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function charsetMessage(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return `文件是 UTF-16 编码，应为 UTF-8 / the file is in UTF-16, expected UTF-8; ${SAVE_AS}`
  }
  return decodes(bytes, 'gb18030') === null
    ? `文件不是 UTF-8 编码 / the file is not in UTF-8; ${SAVE_AS}`
    : `文件是 GBK 编码，应为 UTF-8 / the file is in GBK, expected UTF-8; ${SAVE_AS}`
}

/** A file's text, a byte order mark taken off; what is wrong with it; or null when there is no such file. */
export async function readText(file: string): Promise<string | Problem | null> {
  const bytes = await readFile(file).catch((fault: NodeJS.ErrnoException) => fault)
  if (bytes instanceof Error) {
    if (bytes.code === 'ENOENT') return null
    const message = `无法读取（${bytes.code}） / cannot be read (${bytes.code}); check that it is a file and who may read it.`
    return { file, message }
  }
  return decodes(bytes, 'utf-8') ?? { file, message: charsetMessage(bytes) }
}
