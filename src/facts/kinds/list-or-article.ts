import { type Outline, textOf } from '../outline.ts'
import type { Entry } from '../page.ts'
import { FOOTER, type Line, PROSE_WIDTH } from './lines.ts'
import type { Row } from './list-rows.ts'

/** Prose that a list page may have besides its list: an introduction, a disclaimer. */
const SPARED = 200
/** What each row of a list outweighs: a dated row much, for the lists beside articles are short and often undated. */
const PER_DATED_ROW = 40
const PER_ROW = 10

/** How wide the prose is that stands outside the rows of a list. Rows and lines come in the order of the text. */
function proseBeside(outline: Outline, lines: readonly Line[], rows: readonly Row[]): number {
  let at = 0
  let width = 0
  for (const line of lines) {
    if (line.bare < PROSE_WIDTH) continue
    while (at < rows.length && (rows[at]?.end ?? 0) <= line.start) at += 1
    const row = rows[at]
    if (row !== undefined && row.start < line.end) continue
    if (!FOOTER.test(outline.text.slice(line.start, line.end))) width += line.bare
  }
  return width
}

/** Whether a page is a text to read, with lists at most beside it: so much prose stands outside its main list. */
export function isArticle(
  outline: Outline,
  lines: readonly Line[],
  main: { readonly rows: readonly Row[]; readonly entries: readonly Entry[]; readonly dated: number } | null,
): boolean {
  const rows = main?.rows ?? []
  const dated = main?.dated ?? 0
  const outweighed = dated * PER_DATED_ROW + (rows.length - dated) * PER_ROW
  return proseBeside(outline, lines, rows) > SPARED + outweighed
}

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3'])
/** A paragraph with so many characters says something: notes and labels are shorter. */
const LEAST_PARAGRAPH = 40

/** Whether a page has a heading and a paragraph of its own: then what stands in its side columns is not its list. */
export function isShortText(outline: Outline, isAside: (index: number) => boolean): boolean {
  let headed = false
  let written = false
  outline.elements.forEach((element, index) => {
    const { name, start, end } = element
    if (HEADINGS.has(name)) headed ||= end > start && !isAside(index)
    if (name !== 'p' || written || end - start < LEAST_PARAGRAPH || isAside(index)) return
    const text = textOf(outline, element)
    written = text.length >= LEAST_PARAGRAPH && !FOOTER.test(text)
  })
  return headed && written
}
