import { csvSpans } from './csv-spans.ts'
import { csvRow } from './csv-text.ts'

/** A sound CSV text with empty columns added at the end of its header and its rows; every other byte stays. */
export function withColumns(text: string, ids: readonly string[]): string {
  if (ids.length === 0) return text
  const [header] = csvSpans(text)
  return csvSpans(text)
    .filter((record) => record.cells.length > 1)
    .reverse()
    .reduce((left, record) => {
      const end = record.cells.at(-1)?.end ?? record.end
      const cells = record.line === header?.line ? `,${csvRow(ids)}` : ','.repeat(ids.length)
      return left.slice(0, end) + cells + left.slice(end)
    }, text)
}
