import { xml } from '../xml.ts'
import { PAPER, type Picture, type PictureStyle, TELEPHONE } from './picture.ts'
import type { PictureWords } from './picture-words.ts'

/** A picture as HTML, drawn once for wide pages and once for narrow ones, of which a page shows one, and its caption. */
export function figure(id: string, words: PictureWords, draw: (style: PictureStyle) => Picture): string {
  const wide = draw({ id, words, width: PAPER })
  const narrow = draw({ id: `${id}-narrow`, words, width: TELEPHONE })
  const caption = `<figcaption>${xml(wide.title)}</figcaption>`
  return `<figure class="picture"><div class="wide">${wide.svg}</div><div class="narrow">${narrow.svg}</div>${caption}</figure>`
}
