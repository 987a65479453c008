import {
  BorderStyle,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  Paragraph,
  TabStopType,
  TextWrappingType,
  VerticalAnchor,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
  WpsShapeRun,
} from 'docx'
import type { Block, Words } from './block.ts'
import { FACE, SIZE, TEXT_WIDTH, twips } from './docx-looks.ts'
import { type Look, paragraphOf } from './docx-runs.ts'
import { widthOf } from './width-of.ts'

type Imprint = Extract<Block, { kind: 'imprint' }>

const LOOK: Look = { font: FACE.fangsong, size: SIZE.small }
const PITCH = 24
/** One character on either side (7.4.2, 7.4.3); 抄送： and two characters before the lines after the first. */
const SIDE = SIZE.small
const HANGING = 3 * SIZE.small
/** Height of a rule in twips. */
const RULE = 40
/** Eighths of a point: the first and the last rule, and those between. */
const THICK = 8
const THIN = 6
/** Pixels per twip, as the library wants them. */
const PIXEL = 96 / 1440

const plain = (text: string): Words => [{ text, strong: false }]

/** A rule as wide as the text. */
const ruleOf = (size: number): Paragraph =>
  paragraphOf([], LOOK, {
    line: RULE,
    border: { bottom: { style: BorderStyle.SINGLE, color: '000000', space: 0, size } },
  })

/** Lines of 抄送, rather too many: the box that holds them cannot grow. */
const linesOf = (words: Words): number =>
  Math.ceil((widthOf(words, SIZE.small) - HANGING) / (TEXT_WIDTH / 20 - 2 * SIDE - HANGING - SIZE.small))

/**
 * 版记: at the foot of the page on which the document ends, thick rules around it and a thin one in it (GB/T 9704-2012,
 * 7.4). It is a box that text does not flow around, held by an empty paragraph of its height, so that no text reaches
 * under it; a floating table or a frame as wide as the text LibreOffice leaves where the text ends.
 */
export function imprintOf({ copyTo, office, day }: Imprint): Paragraph {
  const copies = [...plain('抄送：'), ...copyTo, ...plain('。')]
  const hasCopies = copyTo.length > 0
  const line = twips(PITCH)
  const parts = [
    ruleOf(THICK),
    ...(hasCopies
      ? [
          paragraphOf(copies, LOOK, {
            line,
            indent: { left: twips(SIDE + HANGING), right: twips(SIDE), hanging: twips(HANGING) },
          }),
          ruleOf(THIN),
        ]
      : []),
    paragraphOf([...office, ...plain('\t'), ...day, ...plain('印发')], LOOK, {
      line,
      indent: { left: twips(SIDE), right: twips(SIDE) },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - twips(SIDE) }],
    }),
    ruleOf(THICK),
  ]
  const height = line * (1 + (hasCopies ? linesOf(copies) : 0)) + 3 * RULE
  const box = new WpsShapeRun({
    type: 'wps',
    transformation: { width: TEXT_WIDTH * PIXEL, height: height * PIXEL },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.MARGIN,
        align: HorizontalPositionAlign.LEFT,
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.MARGIN,
        align: VerticalPositionAlign.BOTTOM,
      },
      wrap: { type: TextWrappingType.NONE },
    },
    bodyProperties: {
      verticalAnchor: VerticalAnchor.BOTTOM,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    },
    children: parts,
  })
  return new Paragraph({
    spacing: { line: height + line, lineRule: 'exact', before: 0, after: 0 },
    children: [box],
  })
}
