import { basename, dirname, join, relative, sep } from 'node:path'
import { EXIT, InputError } from '../core/errors.ts'
import type { AuditReport } from '../report/audit-report.ts'
import type { ProblemSource } from '../report/workbook/problem-row.ts'
import { problemWorkbook } from '../report/workbook/problem-workbook.ts'
import type { Config } from './config.ts'
import { rejudge } from './rejudge.ts'
import { readSealed } from './sealed-periods.ts'
import { readTemplates } from './templates.ts'
import { writeFiles } from './write-files.ts'

/** Which problem workbook is wanted. */
export interface WorkbookRequest {
  /** A run before it is sealed, or a sealed period; either may be `latest`. */
  readonly of: { readonly run: string } | { readonly period: string }
  /** Ids or names of units; empty = all. */
  readonly units: readonly string[]
  /** Null for a name of its own in the folder of reports. */
  readonly out: string | null
}

async function sourceOf(config: Config, { of }: WorkbookRequest): Promise<Omit<ProblemSource, 'units'>> {
  if ('run' in of) return { report: (await rejudge(config, of.run)).report, sealed: null }
  const { sealed } = await readSealed(config, of.period)
  return { report: sealed.report, sealed }
}

function unitIds(report: AuditReport, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const found = report.units.find((unit) => unit.id === name || unit.name === name)
    if (found !== undefined) return found.id
    const message = `检查 ${report.run.id} 中没有单位“${name}” / run ${report.run.id} has no unit ${name}; expected an id or name such as ${report.units[0]?.id ?? '—'}.`
    throw new InputError([{ file: '--unit', message }], EXIT.usage)
  })
}

/** The pages of evidence as seen from the workbook's folder: '' or a relative path ending in `/`. */
function pagesFrom(folder: string, reports: string): string {
  const path = relative(folder, reports)
  return path === '' ? '' : `${path.split(sep).map(encodeURIComponent).join('/')}/`
}

/**
 * Writes the problem workbook of a run or a sealed period and returns its path. Throws {@link InputError} (usage) for an
 * unknown run, period or unit.
 */
export async function writeProblemWorkbook(config: Config, request: WorkbookRequest): Promise<string> {
  const source = await sourceOf(config, request)
  const units = unitIds(source.report, request.units)
  const { labels } = await readTemplates(config.templates ?? undefined)
  const name = ['问题清单', source.sealed?.period ?? source.report.run.id, ...units].join('-')
  const out = request.out ?? join(config.out, `${name}.xlsx`)
  const pages = pagesFrom(dirname(out), config.out)
  const content = problemWorkbook({ ...source, units }, labels, { pages })
  await writeFiles(dirname(out), [{ path: basename(out), content }])
  return out
}
