import type { ColumnContext } from './columns.ts'
import type { ProblemRow } from './problem-row.ts'
import { rowCheck } from './row-check.ts'
import type { SheetCell } from './spreadsheet/sheet.ts'

type Cell = (row: ProblemRow, context: ColumnContext) => SheetCell

const text =
  (words: (row: ProblemRow, context: ColumnContext) => string): Cell =>
  (row, context) =>
    words(row, context)

const seen: Cell = ({ finding }) => {
  const last = finding.seen.at(-1)
  return last === undefined
    ? null
    : [last.seenAt, ...last.chain, last.quote].filter((part) => part !== '').join('\n')
}

const address: Cell = ({ finding }) =>
  finding.address === null ? null : { text: finding.address, to: { address: finding.address } }

const evidence: Cell = (row, context) => {
  const to = context.evidence(row)
  return to === null ? null : { text: '查看', to: { address: to } }
}

const check: Cell = ({ finding }, { run }) =>
  rowCheck({
    run,
    fingerprint: finding.fingerprint,
    unit: finding.unitName,
    item: finding.item,
    subject: finding.subject,
    address: finding.address ?? '',
  })

/** How cells of the problem workbook are made from a finding. */
export const cellsOf = { text, seen, address, evidence, check }
