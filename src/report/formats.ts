import type { AuditReport, ReportFile } from './audit-report.ts'
import { csv } from './csv.ts'
import type { FormatName, Language } from './format-names.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { TrendPeriod } from './pictures/picture-data.ts'
import { sarif } from './sarif.ts'
import type { Templates } from './templates.ts'
import { text } from './text.ts'

/** How each format is made. */
export const FORMATS: Readonly<
  Record<
    FormatName,
    (
      report: AuditReport,
      templates: Templates,
      language: Language,
      earlier?: readonly TrendPeriod[],
    ) => readonly ReportFile[]
  >
> = {
  html: (report, templates, _language, earlier) => html(report, templates, earlier),
  json: (report) => json(report),
  csv: (report) => csv(report),
  junit: (report, _templates, language) => junit(report, language),
  sarif: (report, _templates, language) => sarif(report, language),
  text: (report, _templates, language) => text(report, language),
}
