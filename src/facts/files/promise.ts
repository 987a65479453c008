import type { Address } from '../../core/address.ts'
import type { FileType } from './file-type.ts'

/** Kinds of files that programs open alike. */
export type FileFamily = 'words' | 'sheets' | 'slides' | 'pdf' | 'ofd' | 'archive' | 'text'

/** What a link promises: a file of this ending, or just some file. */
export interface FilePromise {
  /** Lower case, without the dot; null = a download of no stated kind. */
  readonly ending: string | null
  readonly family: FileFamily | null
}

const FAMILIES: Readonly<Record<string, FileFamily>> = {
  doc: 'words',
  docx: 'words',
  dot: 'words',
  wps: 'words',
  rtf: 'words',
  xls: 'sheets',
  xlsx: 'sheets',
  et: 'sheets',
  csv: 'text',
  ppt: 'slides',
  pptx: 'slides',
  dps: 'slides',
  pdf: 'pdf',
  ofd: 'ofd',
  zip: 'archive',
  rar: 'archive',
  '7z': 'archive',
  txt: 'text',
}

/** What an office program opens whatever the file is called: it looks at the bytes, not at the name. */
const OPENED_BY_OFFICE: readonly FileType[] = [
  'ole2',
  'ooxml',
  'opendocument',
  'rtf',
  'xml',
  'mime-html',
  'office-html',
  'text',
]

const KEEPS: Readonly<Record<FileFamily, ReadonlySet<FileType>>> = {
  words: new Set<FileType>([...OPENED_BY_OFFICE, 'docx']),
  sheets: new Set<FileType>([...OPENED_BY_OFFICE, 'xlsx']),
  slides: new Set<FileType>([...OPENED_BY_OFFICE, 'pptx']),
  pdf: new Set<FileType>(['pdf']),
  ofd: new Set<FileType>(['ofd', 'zip']),
  archive: new Set<FileType>([
    'zip',
    'rar',
    '7z',
    'gzip',
    'docx',
    'xlsx',
    'pptx',
    'ooxml',
    'opendocument',
    'ofd',
  ]),
  text: new Set<FileType>(['text', 'xml', 'ole2', 'xlsx', 'rtf', 'ooxml']),
}

const ENDING = new RegExp(`\\.(${Object.keys(FAMILIES).join('|')})$`, 'i')
const ENDING_IN_QUERY = new RegExp(`=[^&]*\\.(${Object.keys(FAMILIES).join('|')})(?:&|$)`, 'i')
const DOWNLOAD_PATH = /(?:down(?:load)?s?|attach(?:ment)?s?|fujian|getfile)\w*(?:[/.?]|$)/i
/** Endings of pages, and of folders. */
const PAGE = /(?:\.(?:s?html?|xhtml)|\/)$/i
const DOWNLOAD_WORDS = /下载|附件|表格|申请[表书]|登记表|样表|download/i

/** What a link promises to be; null when it is a link to a page like any other. */
export function promiseOf(address: Address, text: string): FilePromise | null {
  const { pathname, search } = new URL(address)
  const found = ENDING.exec(pathname) ?? ENDING_IN_QUERY.exec(search) ?? null
  const ending = found?.[1]?.toLowerCase() ?? null
  if (ending !== null) return { ending, family: FAMILIES[ending] ?? null }
  if (PAGE.test(pathname)) return null
  return DOWNLOAD_PATH.test(`${pathname}${search}`) && DOWNLOAD_WORDS.test(text)
    ? { ending: null, family: null }
    : null
}

/** Whether a file of this type is what was promised, in the sense that the program for it opens it. */
export const keepsPromise = ({ family }: FilePromise, type: FileType): boolean =>
  family === null || KEEPS[family].has(type)
