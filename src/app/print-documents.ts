import { EXIT, InputError } from '../core/errors.ts'
import { openPrintRoom } from '../print/print-room.ts'
import type { OfficialDocument } from '../report/official/official-document.ts'
import { officialDocx } from '../report/official/official-docx.ts'
import { officialHtml } from '../report/official/official-html.ts'
import type { FileToWrite } from './write-files.ts'

/** The forms in which circulars and sheets are written. */
export const DOCUMENT_FORMATS = ['docx', 'pdf', 'html', 'json'] as const

/** One of {@link DOCUMENT_FORMATS}. */
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

/** A document on its way to the printer. */
export interface PrintJob {
  /** Its files' path, without the ending. */
  readonly path: string
  readonly document: OfficialDocument
  /** Its numbers and lists, for `json`. */
  readonly data: unknown
}

/** What was printed. */
export interface Printed {
  readonly files: readonly FileToWrite[]
  /** Why there is no PDF, where one was asked for. */
  readonly fault: InputError | null
}

async function contentOf(
  { document, data }: PrintJob,
  format: Exclude<DocumentFormat, 'pdf'>,
  css: string,
): Promise<string | Uint8Array> {
  if (format === 'docx') return officialDocx(document)
  return format === 'html' ? officialHtml(document, css) : `${JSON.stringify(data, null, 2)}\n`
}

async function pdfsOf(
  jobs: readonly PrintJob[],
  css: string,
  browser: string | null,
): Promise<readonly FileToWrite[]> {
  const room = await openPrintRoom(browser)
  try {
    const files: FileToWrite[] = []
    for (const { path, document } of jobs)
      files.push({
        path: `${path}.pdf`,
        content: await room.pdf(officialHtml(document, css), document.madeAt),
      })
    return files
  } finally {
    await room.close()
  }
}

/** Documents in every form that is asked for. Without a browser every form but PDF is made, and the fault is told. */
export async function printDocuments(
  jobs: readonly PrintJob[],
  formats: readonly DocumentFormat[],
  css: string,
  browser: string | null,
): Promise<Printed> {
  const files: FileToWrite[] = []
  for (const job of jobs)
    for (const format of DOCUMENT_FORMATS)
      if (format !== 'pdf' && formats.includes(format))
        files.push({ path: `${job.path}.${format}`, content: await contentOf(job, format, css) })
  if (!formats.includes('pdf') || jobs.length === 0) return { files, fault: null }
  try {
    return { files: [...files, ...(await pdfsOf(jobs, css, browser))], fault: null }
  } catch (fault) {
    if (!(fault instanceof InputError) || fault.exitCode !== EXIT.cannotCreate) throw fault
    return { files, fault }
  }
}
