import { xml } from '../xml.ts'
import { COLOUR } from './colours.ts'
import { SIZE } from './label.ts'
import type { PictureWords } from './picture-words.ts'
import { element } from './svg.ts'
import { FONTS } from './text-width.ts'

/** A picture: SVG that may stand in a page or in a file of its own, the same bytes for the same data. */
export interface Picture {
  readonly svg: string
  /** In pixels; the picture scales. */
  readonly width: number
  readonly height: number
  /** Its caption. */
  readonly title: string
  /** What it shows, in words, for those who cannot see it. */
  readonly description: string
}

/** How a picture is drawn. */
export interface PictureStyle {
  /** Unique in the page: letters, digits and `-`. */
  readonly id: string
  readonly words: PictureWords
  /** {@link PAPER} by default. */
  readonly width?: number
}

/** Width of a picture that fills the text of an A4 page. */
export const PAPER = 680

/** Width of a picture for the narrowest telephones. */
export const TELEPHONE = 320

/** Puts what is drawn into its frame. */
export function picture(
  frame: Omit<Picture, 'svg'> & { readonly id: string },
  ...drawn: readonly string[]
): Picture {
  const { id, title, description, width } = frame
  const height = Math.ceil(frame.height)
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    'font-family': FONTS,
    'font-size': SIZE,
    'text-rendering': 'geometricPrecision',
    fill: COLOUR.ink,
  }
  const words = [
    element('title', { id: `${id}-title` }, xml(title)),
    element('desc', { id: `${id}-desc` }, xml(description)),
  ]
  return { svg: element('svg', attributes, ...words, ...drawn), width, height, title, description }
}
