import type { Outline } from '../outline.ts'

/** One line of the visible text. Widths are in columns: a Chinese, Japanese or Korean character takes two. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Width of what stands outside links, white space apart. */
  readonly bare: number
  /** Width of what stands inside links. */
  readonly linked: number
}

const NEW_LINE = 10
const WIDE_FROM = 0x2e80

/** Elements whose text leads elsewhere or is chosen from: no text that a page speaks in. */
const LEADS_AWAY: ReadonlySet<string> = new Set(['a', 'option', 'button'])

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x3000 || code === 0x200b

/** Whether a piece of text is white space. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isSpace(text.charCodeAt(at))) return false
  return true
}

/** The lines of a page's visible text that hold anything, in one pass. */
export function linesOf(outline: Outline): readonly Line[] {
  const { text, elements } = outline
  const spans = elements.filter((one) => one.end > one.start && LEADS_AWAY.has(one.name))
  const lines: Line[] = []
  let span = 0
  let start = 0
  let bare = 0
  let linked = 0
  let linkStart = spans[0]?.start ?? text.length
  let linkEnd = spans[0]?.end ?? text.length
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : NEW_LINE
    if (code === NEW_LINE) {
      if (bare + linked > 0) lines.push({ start, end: at, bare, linked })
      start = at + 1
      bare = 0
      linked = 0
    } else if (!isSpace(code)) {
      while (at >= linkEnd && span < spans.length) {
        span += 1
        linkStart = spans[span]?.start ?? text.length
        linkEnd = spans[span]?.end ?? text.length
      }
      const width = code >= WIDE_FROM ? 2 : 1
      if (at >= linkStart && at < linkEnd) linked += width
      else bare += width
    }
  }
  return lines
}

/** How wide the text outside links is, all lines together. */
export const bareWidth = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.bare, 0)

/** From this width on, a line outside links is a sentence or more: prose, no label. */
export const PROSE_WIDTH = 80

/** How wide the prose is, all lines together. */
export const proseWidth = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => (line.bare >= PROSE_WIDTH ? sum + line.bare : sum), 0)

/** What stands at the foot of every page of a site, whatever the page is. */
export const FOOTER =
  /(?:主办|承办|协办|技术支持|版权所有|网站标识码|公网安备|ICP备|联系电话|copyright|©|all rights reserved)/i
