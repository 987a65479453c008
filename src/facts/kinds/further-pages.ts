import type { Outline } from '../outline.ts'
import { textOf } from '../outline.ts'

/** Scripts that write the links to a list's pages; the number of pages is the first argument, where it is a number. */
const SCRIPT =
  /createPageHTML\s{0,4}\(\s{0,4}([^,)]{0,80})|(?:countPage|totalPage|pageCount)s?\s{0,4}[=:]\s{0,4}["']?(\w+)/i
const WORDS =
  /(?:countPage|totalPages?|pageCount)\s{0,4}[=:]\s{0,4}(\d{1,6})|共\s{0,4}(\d{1,6})\s{0,4}页|\d{1,6}\s{0,4}页?\s{0,4}[/／]\s{0,4}(?:共\s{0,4})?(\d{1,6})\s{0,4}页/i
const NEXT = /^(?:下一?页|后一?页|尾页|末页|更多(?:\s*(?:>+|»))?|>{1,2}|»|›|next(?:\s+page)?|more)$/i

/** The count of a match; several where a script works it out. */
const countOf = (match: RegExpExecArray): number => {
  const words =
    match
      .slice(1)
      .find((word) => word !== undefined)
      ?.trim() ?? ''
  return /^\d+$/.test(words) ? Number(words) : Number.POSITIVE_INFINITY
}

/**
 * Whether a list goes on where we did not look: on further pages, by its page marks or a link to the next one. A stated
 * single page is taken at its word; when in doubt there are more.
 */
export function hasFurtherPages(outline: Outline): boolean {
  const stated = WORDS.exec(outline.text) ?? SCRIPT.exec(outline.scripts)
  if (stated !== null) return countOf(stated) > 1
  return outline.elements.some(
    (element) =>
      element.name === 'a' && element.end - element.start <= 12 && NEXT.test(textOf(outline, element)),
  )
}
