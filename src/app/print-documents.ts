import { EXIT, InputError } from '../core/errors.ts'
import { openPrintRoom, type PrintRoom } from '../print/print-room.ts'
import type { OfficialDocument, Picture } from '../report/official/official-document.ts'
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

/** The room, or why there is none. */
async function roomOrFault(browser: string | null): Promise<PrintRoom | InputError> {
  try {
    return await openPrintRoom(browser)
  } catch (fault) {
    if (fault instanceof InputError && fault.exitCode === EXIT.cannotCreate) return fault
    throw fault
  }
}

/** The pictures that a document shows. */
const shownIn = ({ document: { blocks, pictures } }: PrintJob): readonly [string, Picture][] =>
  blocks.flatMap((block): [string, Picture][] => {
    const found = block.kind === 'picture' ? pictures[block.name] : undefined
    return block.kind === 'picture' && found !== undefined ? [[block.name, found]] : []
  })

async function withPngs(job: PrintJob, room: PrintRoom): Promise<PrintJob> {
  const pictures: Record<string, Picture> = {}
  for (const [name, one] of shownIn(job))
    pictures[name] = { ...one, png: await room.png(one.svg, one.width, one.height) }
  return { ...job, document: { ...job.document, pictures } }
}

async function printJob(
  job: PrintJob,
  formats: readonly DocumentFormat[],
  css: string,
  room: PrintRoom | null,
): Promise<readonly FileToWrite[]> {
  const files: FileToWrite[] = []
  const drawn = room !== null && formats.includes('docx') ? await withPngs(job, room) : job
  for (const format of DOCUMENT_FORMATS.filter((one) => formats.includes(one))) {
    const path = `${job.path}.${format}`
    if (format !== 'pdf') files.push({ path, content: await contentOf(drawn, format, css) })
    else if (room !== null)
      files.push({ path, content: await room.pdf(officialHtml(job.document, css), job.document.madeAt) })
  }
  return files
}

/**
 * Documents in every form that is asked for. Without a browser every form but PDF is made, a .docx without pictures, and
 * the fault is told where a PDF was asked for.
 */
export async function printDocuments(
  jobs: readonly PrintJob[],
  formats: readonly DocumentFormat[],
  css: string,
  browser: string | null,
): Promise<Printed> {
  const wantsPdf = formats.includes('pdf')
  const wantsPictures = formats.includes('docx') && jobs.some((job) => shownIn(job).length > 0)
  const opened = jobs.length > 0 && (wantsPdf || wantsPictures) ? await roomOrFault(browser) : null
  const room = opened instanceof InputError ? null : opened
  try {
    const files: FileToWrite[] = []
    for (const job of jobs) files.push(...(await printJob(job, formats, css, room)))
    return { files, fault: wantsPdf && opened instanceof InputError ? opened : null }
  } finally {
    await room?.close()
  }
}
