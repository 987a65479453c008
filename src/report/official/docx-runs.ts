import { type IFontAttributesProperties, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import type { Words } from './block.ts'
import { LINE, SIZE, twips } from './docx-looks.ts'

/** How the words of a paragraph look. */
export interface Look {
  readonly font: IFontAttributesProperties
  /** In points. */
  readonly size: number
  readonly bold?: boolean
  readonly color?: string
}

/**
 * Twentieths of a point between characters of 16 pt, so that 28 of them fill 156 mm (GB/T 9704-2012, 5.2.3). A grid of
 * characters would say the same, but programs disagree on what it does to digits and to wide characters.
 */
const TIGHTER = -5

/** Words in a look; `\n` becomes a line end. */
export const runsOf = (words: Words, { font, size, bold = false, color }: Look): readonly TextRun[] =>
  words.flatMap(({ text, strong }) =>
    text.split('\n').map(
      (line, at) =>
        new TextRun({
          text: line,
          font,
          size: size * 2,
          ...(size === SIZE.body ? { characterSpacing: TIGHTER } : {}),
          bold: bold || strong,
          ...(color === undefined ? {} : { color }),
          ...(at === 0 ? {} : { break: 1 }),
        }),
    ),
  )

/** A long address or path. */
export const LONG = /[\w.%:/?=&-]{24}/

type Layout = Omit<IParagraphOptions, 'children' | 'text' | 'spacing'> & {
  /** Height of a line in twips; {@link LINE} by default. */
  readonly line?: number
  /** Room above and below, in twips. */
  readonly before?: number
  readonly after?: number
}

/** A paragraph whose lines have exactly one height; addresses in it may break anywhere. */
export function paragraphOf(words: Words, look: Look, layout: Layout = {}): Paragraph {
  const { line = LINE, before = 0, after = 0, ...others } = layout
  return new Paragraph({
    ...others,
    spacing: { line, lineRule: 'exact', before, after },
    wordWrap: words.some(({ text }) => LONG.test(text)),
    children: [...runsOf(words, look)],
  })
}

/** Room for two characters before the first line (GB/T 9704-2012, 7.3.3). */
export const INDENTED = { firstLine: twips(32), firstLineChars: 200 } as const
