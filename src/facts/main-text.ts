import type { Page } from './page.ts'

/** Words that stand only at the foot of a page, whatever the page is. */
const FOOT =
  /(?:主办|承办|协办)(?:单位)?\s*[:：]|技术支持|版权所有|网站标识码|公网安备|公安备案|ICP备|您是第|copyright|©|all rights reserved/i
/** A foot is not longer than this, in characters. */
const LONGEST_FOOT = 700
const LETTER = /[\p{L}\p{N}]/u

const kept = new WeakMap<Page, readonly string[]>()

/** Place of the first line of the foot; the number of lines where there is none. */
function footOf(lines: readonly string[]): number {
  let foot = lines.length
  let length = 0
  for (let at = lines.length - 1; at >= 0 && length <= LONGEST_FOOT; at -= 1) {
    const line = lines[at] ?? ''
    length += line.length
    if (length <= LONGEST_FOOT && FOOT.test(line)) foot = at
  }
  return foot
}

/** The lines of a page above its foot: the standing words about who runs the site. Menus are among them. */
export function linesAboveFoot(page: Page): readonly string[] {
  const lines = page.text.split('\n')
  return lines.slice(0, footOf(lines))
}

/** The lines of the foot. */
export function footLines(page: Page): readonly string[] {
  const lines = page.text.split('\n')
  return lines.slice(footOf(lines))
}

function isMenu(line: string, linkTexts: readonly string[]): boolean {
  let rest = line
  for (const text of linkTexts) {
    if (!LETTER.test(rest)) return true
    if (rest.includes(text)) rest = rest.replaceAll(text, ' ')
  }
  return !LETTER.test(rest)
}

/**
 * The lines in which a page speaks itself: above its foot, and not made of links alone, as menus and rows of lists are.
 * Worked out once for each page.
 */
export function mainLines(page: Page): readonly string[] {
  const known = kept.get(page)
  if (known !== undefined) return known
  const texts = [...new Set(page.links.map((link) => link.text))]
    .filter((text) => text !== '')
    .sort((one, other) => other.length - one.length)
  const lines = linesAboveFoot(page).filter((line) => !isMenu(line, texts))
  kept.set(page, lines)
  return lines
}
