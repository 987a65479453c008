import { unzipSync } from 'fflate'

/** The XML files of a workbook by their paths inside it, or why the file is no workbook that can be read. */
export type Archive =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly message: string }

/** Bytes that the XML files may have together: a register of 100,000 rows has some 50 million. */
const LIMIT = 200_000_000

const SAVE_AS =
  '请在 Excel 或 WPS 中“另存为”→“Excel 工作簿（*.xlsx）” / save it as an Excel workbook (*.xlsx).'
const OLD = `这是旧格式（.xls） / it is in the old format (.xls); ${SAVE_AS}`
const LOCKED =
  '文件已加密 / the workbook is protected by a password; take the password off (文件→信息→保护工作簿) and save it again.'
const NO_ZIP = `不是 Excel 工作簿 / not an Excel workbook; ${SAVE_AS}`
const BROKEN = `文件已损坏 / the file is damaged; 请取未损坏的副本，或用 Excel、WPS 打开修复后再保存 / take a copy that is whole, or let Excel mend it and save it again.`
const TOO_LARGE = '文件过大 / it is too large; delete what is no register and save it again.'

/** What an encrypted workbook is wrapped in, as UTF-16. */
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

const beginsWith = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, at) => bytes[at] === byte)

const holds = (bytes: Uint8Array, wanted: readonly number[]): boolean => {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
  }
  return false
}

const refused = (message: string): Archive => ({ ok: false, message })

/** Opens a workbook's file. Old, encrypted, damaged and foreign files are told apart. Never throws. */
export function openArchive(bytes: Uint8Array): Archive {
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused(holds(bytes, ENCRYPTED) ? LOCKED : OLD)
  if (!beginsWith(bytes, 0x50, 0x4b)) return refused(NO_ZIP)
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const wanted = /\.(?:xml|rels)$/i.test(name)
        size += wanted ? originalSize : 0
        return wanted && size <= LIMIT
      },
    })
    if (size > LIMIT) return refused(TOO_LARGE)
    const decoder = new TextDecoder()
    const texts = new Map(
      Object.entries(files).map(([name, content]) => [name.replaceAll('\\', '/'), decoder.decode(content)]),
    )
    return texts.has('xl/workbook.xml') ? { ok: true, files: texts } : refused(NO_ZIP)
  } catch {
    return refused(BROKEN)
  }
}
