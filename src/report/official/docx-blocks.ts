import { AlignmentType, BorderStyle, ImageRun, PageBreak, Paragraph, type Table, TabStopType } from 'docx'
import { type Block, plainWords, type Words } from './block.ts'
import { FACE, LINE, SIZE, TEXT_WIDTH, twips } from './docx-looks.ts'
import { INDENTED, LONG, type Look, paragraphOf } from './docx-runs.ts'
import { formOf, imprintOf, tableOf } from './docx-tables.ts'
import { issuerSize } from './issuer-size.ts'
import type { Picture } from './official-document.ts'

type Part = Paragraph | Table

const BODY: Look = { font: FACE.fangsong, size: SIZE.body }
const TITLE: Look = { font: FACE.biaosong, size: SIZE.title }
const RED = 'E60012'
const LEVELS = [FACE.heiti, FACE.kaiti, FACE.fangsong] as const
const { CENTER, LEFT, RIGHT, JUSTIFIED, DISTRIBUTE } = AlignmentType

/** Lines beside a long address would be stretched to the margin. */
const evenly = (words: Words) => (words.some(({ text }) => LONG.test(text)) ? LEFT : JUSTIFIED)

/** A signature never stands alone on a page: the end of the text goes with it (7.3.5.5). */
const heldTo = (after: Block | undefined) => {
  const held = after?.kind === 'attachments' || after?.kind === 'signature'
  return { keepNext: held, keepLines: held }
}

const plain = (text: string): Words => [{ text, strong: false }]

const title = (words: Words, before: number): Paragraph =>
  paragraphOf(words, TITLE, { alignment: CENTER, line: twips(35), before, after: LINE, keepNext: true })

/** 附件说明: one line below the text, two characters in; the names stand under each other (7.3.4). */
const attachments = (titles: readonly Words[]): readonly Part[] =>
  titles.map((words, at) => {
    const number = titles.length === 1 ? '' : `${at + 1}.`
    const lead = at === 0 ? `附件：${number}` : number
    const hanging = twips(at === 0 ? (number === '' ? 48 : 60) : 12)
    const indent = { left: twips(number === '' ? 80 : 92), hanging }
    return paragraphOf([...plain(lead), ...words], BODY, {
      indent,
      before: at === 0 ? LINE : 0,
      keepNext: true,
    })
  })

/** Width in points of words of 16 pt: a Latin letter or digit is half as wide as a character. */
const widthOf = (words: Words): number =>
  [...plainWords(words)].reduce((sum, sign) => sum + (sign < '⺀' ? 8 : 16), 0)

/** The date four characters from the right, the office centred over it (7.3.5). */
function signature({ office, day }: Extract<Block, { kind: 'signature' }>): readonly Part[] {
  const right = 4 * SIZE.body
  const above = Math.max(0, right + (widthOf(day) - widthOf(office)) / 2)
  return [
    paragraphOf(office, BODY, {
      alignment: RIGHT,
      indent: { right: twips(above) },
      before: 2 * LINE,
      keepNext: true,
    }),
    paragraphOf(day, BODY, { alignment: RIGHT, indent: { right: twips(right) } }),
  ]
}

function imprint({ copyTo, office, day }: Extract<Block, { kind: 'imprint' }>): readonly Part[] {
  const look: Look = { font: FACE.fangsong, size: SIZE.small }
  const line = twips(24)
  const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - twips(28) }]
  const copies = [...plain('抄送：'), ...copyTo, ...plain('。')]
  const indent = { left: twips(42), hanging: twips(42) }
  const rows = [
    ...(copyTo.length === 0 ? [] : [[paragraphOf(copies, look, { line, indent })]]),
    [paragraphOf([...office, ...plain('\t'), ...day, ...plain('印发')], look, { line, tabStops })],
  ]
  return [imprintOf(rows), paragraphOf([], { font: FACE.fangsong, size: 1 }, { line: 20 })]
}

/** A picture as SVG, beside a PNG for programs that cannot draw that. */
function picture(found: Picture | undefined, words: Words): readonly Part[] {
  if (found?.png === undefined) return []
  const width = 580
  const transformation = { width, height: Math.round((width * found.height) / found.width) }
  const altText = { title: plainWords(words), description: found.alt, name: found.alt }
  const data = new TextEncoder().encode(found.svg)
  const fallback = { type: 'png' as const, data: found.png, transformation }
  const run = new ImageRun({ type: 'svg', data, fallback, transformation, altText })
  const caption: Look = { font: FACE.heiti, size: SIZE.table }
  return [
    new Paragraph({ alignment: CENTER, keepNext: words.length > 0, children: [run] }),
    ...(words.length === 0 ? [] : [paragraphOf(words, caption, { alignment: CENTER, line: twips(18) })]),
  ]
}

/** A part of a document, between its neighbours, as paragraphs and tables of Word. */
export function docxOf(
  block: Block,
  { before, after }: { readonly before: Block | undefined; readonly after: Block | undefined },
  pictures: Readonly<Record<string, Picture>>,
): readonly Part[] {
  switch (block.kind) {
    case 'issuer': {
      const size = issuerSize(block.words)
      const look = { font: FACE.biaosong, size, color: RED }
      return [
        paragraphOf(block.words, look, { alignment: DISTRIBUTE, line: twips(size * 1.2), before: twips(99) }),
      ]
    }
    case 'number': {
      const border = { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 } }
      return [paragraphOf(block.words, BODY, { alignment: CENTER, before: 2 * LINE, border })]
    }
    case 'title':
      return [title(block.words, before?.kind === 'plain' ? LINE : 2 * LINE)]
    case 'addressee':
    case 'plain':
      return [paragraphOf(block.words, BODY, { alignment: LEFT })]
    case 'paragraph':
      return [
        paragraphOf(block.words, BODY, {
          alignment: evenly(block.words),
          indent: INDENTED,
          ...heldTo(after),
        }),
      ]
    case 'heading': {
      const look = { font: LEVELS[block.level - 1] ?? FACE.fangsong, size: SIZE.body }
      const layout = { indent: INDENTED, keepNext: true, outlineLevel: block.level - 1 }
      return [paragraphOf(block.words, look, layout)]
    }
    case 'attachments':
      return attachments(block.titles)
    case 'signature':
      return signature(block)
    case 'attachment': {
      const look = { font: FACE.heiti, size: SIZE.body }
      return [paragraphOf(plain(block.label), look, { pageBreakBefore: true }), title(block.words, LINE)]
    }
    case 'table':
      return [tableOf(block)]
    case 'form':
      return [formOf(block)]
    case 'picture':
      return picture(pictures[block.name], block.words)
    case 'pagebreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'imprint':
      return imprint(block)
  }
}
