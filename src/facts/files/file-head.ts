import { type FileType, fileTypeOf } from './file-type.ts'
import { hasZipEnd } from './zip-names.ts'

/** What the kept bytes of a body say of it as a file. */
export interface FileHead {
  readonly type: FileType
  /** Whether the file ends before its own structure does, so that nothing opens it; false where that cannot be told. */
  readonly isCut: boolean
  /** Of HTML: whether it holds a table, which office programs open, and whether it asks for a password. */
  readonly hasTable: boolean
  readonly asksPassword: boolean
  /** Of plain text, scripts and JSON among it: what it says, cut short. */
  readonly text: string
}

/** A compound file has a header, a table of sectors and a directory of 512 bytes each ([MS-CFB] 2.1). */
const SMALLEST_OLE2 = 1536
const MOST_HTML = 64 * 1024
const MOST_TEXT = 256 * 1024

const ZIPPED: ReadonlySet<FileType> = new Set([
  'zip',
  'docx',
  'xlsx',
  'pptx',
  'ooxml',
  'ofd',
  'opendocument',
] as const)

function isCutShort(type: FileType, bytes: Uint8Array): boolean {
  if (ZIPPED.has(type)) return !hasZipEnd(bytes)
  if (type === 'ole2') return bytes.length < SMALLEST_OLE2
  return type === 'pdf' && !/startxref|%%EOF/.test(new TextDecoder('latin1').decode(bytes))
}

/** Reads a body as a file. `truncated`: we kept only its beginning, so that nothing is known of its end. */
export function fileHeadOf(bytes: Uint8Array, truncated: boolean): FileHead {
  const type = fileTypeOf(bytes)
  const html = type === 'html' ? new TextDecoder('latin1').decode(bytes.subarray(0, MOST_HTML)) : ''
  return {
    type,
    isCut: !truncated && isCutShort(type, bytes),
    hasTable: /<table\b/i.test(html),
    text: type === 'text' ? new TextDecoder().decode(bytes.subarray(0, MOST_TEXT)) : '',
    asksPassword: /<input\b[^>]*\btype\s*=\s*["']?password/i.test(html),
  }
}
