import { type Element, type Outline, textOf } from '../outline.ts'
import type { Survey } from './survey.ts'

/** Where a page's own heading stands in its visible text. */
export type Span = Pick<Element, 'start' | 'end'>

/** So many headings are compared with the title. */
const MOST = 80
const SHORTEST = 4

const squeezed = (text: string): string => text.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')

/** The parts of a title, the longest first: the page's name and the site's stand side by side in it. */
const partsOf = (title: string): readonly string[] =>
  title
    .split(/\s[-–—|·»«:/]\s|[_|»«]|--/)
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)

/** So many headings that say the same are kept. */
const KEPT = 6

/** Where the longest part of the title stands in the text, at most so often as headings are kept. */
function titleInText({ title, text }: Outline): readonly Span[] {
  for (const part of partsOf(title)) {
    const words = part.slice(0, 40)
    const found: Span[] = []
    for (let at = text.indexOf(words); at >= 0 && found.length < KEPT; at = text.indexOf(words, at + 1))
      found.push({ start: at, end: at + words.length })
    if (found.length > 0) return found
  }
  return []
}

/**
 * The headings of a page's article: those that the page's title repeats and the first h1; where there is none of them,
 * the words of the title where they stand in the text.
 */
export function headingsOf(outline: Outline, survey: Survey): readonly Span[] {
  const title = squeezed(outline.title.slice(0, 300))
  const some = survey.headings.slice(0, MOST)
  const first = some.find((one) => one.name === 'h1' && textOf(outline, one).length >= SHORTEST)
  const named = some.filter((one) => {
    const words = squeezed(textOf(outline, one).slice(0, 200))
    return words.length >= SHORTEST && title !== '' && (title.includes(words) || words.includes(title))
  })
  const said = named.length > 0 ? named.slice(0, KEPT) : titleInText(outline)
  return first === undefined ? said : [...said, first]
}
