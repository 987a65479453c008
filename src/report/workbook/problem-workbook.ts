import type { Labels } from '../labels.ts'
import { COLUMNS, type ColumnContext } from './columns.ts'
import { HELP_SHEET, helpSheet } from './help-sheet.ts'
import { type ProblemRow, type ProblemSource, problemRows } from './problem-row.ts'
import type { SheetCell, SheetColumn, SheetData } from './spreadsheet/sheet.ts'
import { sheetNames } from './spreadsheet/sheet-names.ts'
import { writeSpreadsheet } from './spreadsheet/write-spreadsheet.ts'

const ALL = '全部问题'

/** Where a problem workbook leads to for evidence. */
export interface EvidenceBase {
  /** What stands before `units/<unit>.html#f-<fingerprint>`: '' beside the pages, a folder or an address ending in `/`. */
  readonly pages: string
}

const evidenceOf =
  ({ pages }: EvidenceBase) =>
  ({ finding }: ProblemRow): string =>
    `${pages}units/${encodeURIComponent(finding.unit)}.html#f-${finding.fingerprint}`

const sheetColumns = (labels: Labels): readonly SheetColumn[] => [
  { heading: '序号', width: 7 },
  ...COLUMNS.map(({ heading, width, filledBy, hidden, choice, help }) => ({
    heading: heading.zh,
    width,
    toFill: filledBy !== null,
    hidden: hidden === true,
    ...(choice === undefined ? {} : { choice: choice(labels) }),
    ...(filledBy === null ? {} : { prompt: help.zh }),
  })),
]

function* cellsOfRows(rows: readonly ProblemRow[], context: ColumnContext): Iterable<readonly SheetCell[]> {
  for (const [at, row] of rows.entries()) yield [at + 1, ...COLUMNS.map(({ cell }) => cell(row, context))]
}

/** Rows by kind of problem, the kinds in the order of the report. */
function byKind(source: ProblemSource, rows: readonly ProblemRow[]) {
  const kinds = new Map<string, ProblemRow[]>()
  for (const row of rows) {
    const { check } = row.finding
    const known = kinds.get(check)
    if (known === undefined) kinds.set(check, [row])
    else known.push(row)
  }
  const known = source.report.checks.flatMap(({ check, title }) => {
    const found = kinds.get(check)
    return found === undefined ? [] : [{ title: title.zh, rows: found }]
  })
  const others = [...kinds].filter(([check]) => !source.report.checks.some((one) => one.check === check))
  return [...known, ...others.map(([check, found]) => ({ title: check, rows: found }))]
}

/**
 * The problem list as a workbook (.xlsx): a row a finding, on a sheet of all and again on one for each kind of problem, to
 * be reviewed, answered and read back ({@link readDecisions}). The same data gives the same bytes.
 */
export function problemWorkbook(source: ProblemSource, labels: Labels, evidence: EvidenceBase): Uint8Array {
  const { report, sealed } = source
  const rows = problemRows(source)
  const kinds = byKind(source, rows)
  const context = { run: report.run.id, labels, evidence: evidenceOf(evidence) }
  const columns = sheetColumns(labels)
  const [, , ...names] = sheetNames([ALL, HELP_SHEET, ...kinds.map(({ title }) => title)])
  const sheets: readonly SheetData[] = [
    { name: ALL, rows },
    ...kinds.map((kind, at) => ({ name: names[at] ?? kind.title, rows: kind.rows })),
  ].map((one) => ({
    name: one.name,
    columns,
    frozenColumns: 2,
    rowCount: one.rows.length,
    rows: cellsOfRows(one.rows, context),
  }))
  const about = [
    ['城市 / city', report.city],
    ...(sealed === null ? [] : [['通报期 / period', `${sealed.period}（第 ${sealed.edition} 版）`] as const]),
    ['检查编号 / run', report.run.id],
    ['检查基准日 / as of', report.run.asOf],
    ['规则包 / rules', `${report.pack.title} ${report.pack.version}`],
  ] as const
  const listed = sheets.map(({ name, rowCount }) => ({ name, rows: rowCount }))
  return writeSpreadsheet([...sheets, helpSheet(about, listed)], {
    title: `${report.city} 问题清单 ${sealed?.period ?? report.run.asOf}`,
    createdAt: sealed?.sealedAt ?? report.run.startedAt,
  })
}
