import type { Outline } from '../outline.ts'
import { LOADING, PHRASES, SCRIPT_LISTS, SCRIPT_SIGNS } from '../phrases.ts'
import { type Line, PROSE_WIDTH } from './lines.ts'

/** A notice that says so little is the whole of its line. */
const LONGEST_NOTICE = 60

const noticeIn = (outline: Outline, lines: readonly Line[], patterns: readonly RegExp[]): string | null => {
  for (const line of lines) {
    if (line.bare === 0 || line.bare > LONGEST_NOTICE) continue
    const text = outline.text.slice(line.start, line.end).replace(/\s+/g, ' ').trim()
    if (patterns.some((pattern) => pattern.test(text))) return text
  }
  return null
}

/** The notice by which a page says that a list has no entries, or is still to come. */
export const emptyNotice = (outline: Outline, lines: readonly Line[]): string | null =>
  noticeIn(outline, lines, [PHRASES.noData, PHRASES.placeholder])

/** A script of a content system that fetches a list's rows: without rows on the page the list was not read. */
export const listScript = (outline: Outline): string | null => SCRIPT_LISTS.exec(outline.scripts)?.[0] ?? null

const FILLED = new Set(['ul', 'ol', 'div', 'tbody'])

/** What shows that a script builds what a reader sees: a loading notice, or an empty element beside a script that fills it. */
export function scriptSign(outline: Outline, lines: readonly Line[]): string | null {
  const loading = noticeIn(outline, lines, [LOADING])
  if (loading !== null) return loading
  const sign = SCRIPT_SIGNS.exec(outline.scripts)
  if (sign === null) return null
  const root = outline.elements.find(
    (element) =>
      element.attributes.id !== undefined &&
      FILLED.has(element.name) &&
      outline.text.slice(element.start, Math.min(element.end, element.start + 200)).trim() === '',
  )
  return root === undefined ? null : sign[0]
}

/** Whether a page has prose of its own: it is not waiting for a script then. */
export const hasProse = (lines: readonly Line[]): boolean => {
  let width = 0
  for (const line of lines) if (line.bare >= PROSE_WIDTH) width += line.bare
  return width >= 4 * PROSE_WIDTH
}
