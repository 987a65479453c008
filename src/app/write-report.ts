import type { AuditReport, ReportFile } from '../report/audit-report.ts'
import type { FormatName } from '../report/format-names.ts'
import { FORMATS } from '../report/formats.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import type { Config } from './config.ts'
import { earlierPeriods } from './earlier-periods.ts'
import { readTemplates } from './templates.ts'
import { writeFiles } from './write-files.ts'

/** The language of reports and of the terminal. */
export type Language = 'zh' | 'en'

/** The files of a report in the given formats; HTML shows how scores went on since `earlier` periods. Throws {@link InputError} when a template is broken. */
export async function renderReport(
  report: AuditReport,
  formats: readonly FormatName[],
  language: Language,
  templatesFolder: string | null,
  earlier: readonly SealedPeriod[] = [],
): Promise<readonly ReportFile[]> {
  const templates = await readTemplates(templatesFolder ?? undefined)
  return formats.flatMap((format) => FORMATS[format](report, templates, language, earlier))
}

/** Renders and writes a report: every file or none. Throws {@link InputError} when the folder cannot be written. */
export async function writeReport(report: AuditReport, config: Config): Promise<readonly ReportFile[]> {
  const { formats, lang, out, templates } = config
  const earlier = formats.includes('html') ? await earlierPeriods(config, report) : []
  const files = await renderReport(report, formats, lang, templates, earlier)
  await writeFiles(out, files)
  return files
}
