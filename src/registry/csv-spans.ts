import { cellText } from './cell-text.ts'

/** A cell of a CSV text: where it stands in the text, quotes included, and what it holds. */
export interface CellSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A record of a CSV text, and the line (1-based) where it starts. */
export interface RecordSpan {
  readonly line: number
  readonly cells: readonly CellSpan[]
  /** Where the next record starts. */
  readonly end: number
}

const BREAKS = /\r\n?|\n/g

/** Where a cell that starts at `start` ends: at the next comma or line end outside of quotes. */
function cellEnd(text: string, start: number): number {
  let at = start
  if (text[at] === '"') {
    at += 1
    while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) at += text[at] === '"' ? 2 : 1
    at += 1
  }
  while (at < text.length && !/[,\r\n]/.test(text[at] ?? '')) at += 1
  return Math.min(at, text.length)
}

const unquoted = (raw: string): string =>
  raw.startsWith('"') ? raw.replace(/^"|"[^"]*$/g, '').replaceAll('""', '"') : raw

/** Splits a sound CSV text into its cells, so that one can be changed and every other byte left as it is. */
export function csvSpans(text: string): readonly RecordSpan[] {
  const records: RecordSpan[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const first = at
    const cells: CellSpan[] = []
    for (;;) {
      const end = cellEnd(text, at)
      cells.push({ start: at, end, text: cellText(unquoted(text.slice(at, end))) })
      at = end
      if (text[at] !== ',') break
      at += 1
    }
    at += text.startsWith('\r\n', at) ? 2 : at < text.length ? 1 : 0
    records.push({ line, cells, end: at })
    line += text.slice(first, at).match(BREAKS)?.length ?? 0
  }
  return records
}
