import type { Outline } from '../outline.ts'
import { LOADING, PAGE_MARKS, PHRASES, ROW_SCRIPTS, SCRIPT_SIGNS } from '../phrases.ts'
import { isBlank, type Line } from './lines.ts'

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

const FILLED = new Set(['ul', 'ol', 'div', 'tbody'])

const hasEmptyRoot = (outline: Outline): boolean =>
  outline.elements.some(
    ({ name, attributes, start, end }) =>
      attributes.id !== undefined && FILLED.has(name) && isBlank(outline.text, start, end),
  )

/** A script that fetches the rows of a list, beside an element that waits for them. */
export function rowScript(outline: Outline): string | null {
  const sign = ROW_SCRIPTS.exec(outline.scripts)
  return sign !== null && hasEmptyRoot(outline) ? sign[0] : null
}

/** What shows that a script builds what a reader sees, on a page without rows of its own. */
export function scriptSign(outline: Outline, lines: readonly Line[]): string | null {
  const loading = noticeIn(outline, lines, [LOADING])
  if (loading !== null) return loading
  const list = PAGE_MARKS.exec(outline.scripts)
  if (list !== null) return list[0]
  const sign = SCRIPT_SIGNS.exec(outline.scripts)
  return sign !== null && hasEmptyRoot(outline) ? sign[0] : null
}
