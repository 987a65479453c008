import { AlignmentType, BorderStyle, ImageRun, PageBreak, Paragraph, type Table } from 'docx'
import { type Block, plainWords, type Words } from './block.ts'
import { imprintOf } from './docx-imprint.ts'
import { FACE, LINE, SIZE, twips } from './docx-looks.ts'
import { INDENTED, LONG, type Look, paragraphOf } from './docx-runs.ts'
import { formOf, tableOf } from './docx-tables.ts'
import { issuerSize } from './issuer-size.ts'
import type { Picture } from './official-document.ts'
import { signaturePlace } from './signature-place.ts'

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

/** The date four characters from the right, the office centred over it (7.3.5). */
function signature({ office, day }: Extract<Block, { kind: 'signature' }>): readonly Part[] {
  const place = signaturePlace(office, day, SIZE.body)
  return [
    paragraphOf(office, BODY, {
      alignment: RIGHT,
      indent: { right: twips(place.office) },
      before: 2 * LINE,
      keepNext: true,
    }),
    paragraphOf(day, BODY, { alignment: RIGHT, indent: { right: twips(place.day) } }),
  ]
}

/** Pixels: the width of pictures, and what is left for them on a page of their own or below an attachment's title. */
const PICTURE = { width: 580, height: 820, underTitle: 640 } as const

/** A picture as SVG, beside a PNG for programs that cannot draw that, no higher than `most` pixels. */
function picture(found: Picture | undefined, words: Words, most: number): readonly Part[] {
  if (found?.png === undefined) return []
  const scale = Math.min(PICTURE.width / found.width, most / found.height)
  const transformation = { width: Math.round(found.width * scale), height: Math.round(found.height * scale) }
  const altText = { title: plainWords(words), description: found.alt, name: found.alt }
  const data = new TextEncoder().encode(found.svg)
  const fallback = { type: 'png' as const, data: found.png, transformation }
  const run = new ImageRun({ type: 'svg', data, fallback, transformation, altText })
  const caption: Look = { font: FACE.heiti, size: SIZE.table }
  return [
    // In a line of one exact height Word would show no more of a picture than that height.
    new Paragraph({
      alignment: CENTER,
      keepNext: words.length > 0,
      spacing: { line: 240, lineRule: 'auto' },
      children: [run],
    }),
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
      return [
        paragraphOf(plain(block.label), look, { pageBreakBefore: true, keepNext: true }),
        title(block.words, LINE),
      ]
    }
    case 'table':
      return [tableOf(block)]
    case 'form':
      return [formOf(block)]
    case 'picture':
      return picture(
        pictures[block.name],
        block.words,
        before?.kind === 'attachment' ? PICTURE.underTitle : PICTURE.height,
      )
    case 'pagebreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'imprint':
      return [imprintOf(block)]
  }
}
