import type { Outline } from '../outline.ts'
import { PHRASES } from '../phrases.ts'
import { bareWidth, type Line } from './lines.ts'

/** Up to this width outside links, wording anywhere on the page decides. */
const SHORT = 1200
const LONGEST_TITLE = 60

/** A site that its host or its registrar has shut: not filed with the authorities, or a parked domain. */
export interface ShutSite {
  readonly kind: 'not-filed' | 'parked'
  readonly quote: string
}

/** Whether a short page says that the whole site is shut (domain.md §4), and the words that say it. */
export function shutOf(outline: Outline, title: string, lines: readonly Line[]): ShutSite | null {
  const said = [
    ...(title.length <= LONGEST_TITLE ? [title] : []),
    ...(bareWidth(lines) <= SHORT ? [outline.text] : []),
  ]
  for (const text of said) {
    const notFiled = PHRASES.notFiled.exec(text)
    if (notFiled !== null) return { kind: 'not-filed', quote: notFiled[0] }
    const parked = PHRASES.parked.exec(text)
    if (parked !== null) return { kind: 'parked', quote: parked[0] }
  }
  return null
}
