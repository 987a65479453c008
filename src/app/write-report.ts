import type { AuditReport, ReportFile } from '../report/audit-report.ts'
import { FORMATS, type FormatName } from '../report/formats.ts'
import { readTemplates } from './templates.ts'
import { writeFiles } from './write-files.ts'

/** The language of reports and of the terminal. */
export type Language = 'zh' | 'en'

/** The files of a report in the given formats. Throws {@link InputError} when a template is broken. */
export async function renderReport(
  report: AuditReport,
  formats: readonly FormatName[],
  language: Language,
  templatesFolder: string | null,
): Promise<readonly ReportFile[]> {
  const templates = await readTemplates(templatesFolder ?? undefined)
  return formats.flatMap((format) => FORMATS[format](report, templates, language))
}

/** Renders and writes a report: every file or none. Throws {@link InputError} when the folder cannot be written. */
export async function writeReport(
  report: AuditReport,
  formats: readonly FormatName[],
  language: Language,
  directory: string,
  templatesFolder: string | null,
): Promise<readonly ReportFile[]> {
  const files = await renderReport(report, formats, language, templatesFolder)
  await writeFiles(directory, files)
  return files
}
