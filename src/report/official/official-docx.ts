import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Block } from './block.ts'
import { docxOf } from './docx-blocks.ts'
import { FACE, LINE, PAPER, SIZE, twips } from './docx-looks.ts'
import { paragraphOf } from './docx-runs.ts'
import { fixedDocx } from './fixed-docx.ts'
import type { OfficialDocument } from './official-document.ts'

/** — 1 — in 四号 宋体, one character from the outer edge: odd pages right, even pages left (GB/T 9704-2012, 7.5). */
const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: twips(SIZE.small) },
        spacing: { line: twips(SIZE.small), lineRule: 'exact' },

        children: [
          new TextRun({
            font: FACE.songti,
            size: SIZE.small * 2,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  })

const { width, height, ...margins } = PAPER

/** 22 lines on a page (5.2.3). The page number begins 7 mm below the text (7.5). */
const PAGE = {
  page: { size: { width, height }, margin: { ...margins, header: 851, footer: 1304 } },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
} as const

const TABLES: readonly unknown[] = ['table', 'form']

const isTable = (block: Block | undefined): boolean => TABLES.includes(block?.kind)

/** Word makes one table of two between which nothing stands. */
const apart = (): Paragraph => paragraphOf([], { font: FACE.fangsong, size: SIZE.list }, { line: twips(8) })

/** The document as a .docx file. The same document makes the same bytes. */
export async function officialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const word = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      paragraphStyles: [
        {
          id: 'Normal',
          name: 'Normal',
          quickFormat: true,
          run: { font: FACE.fangsong, size: SIZE.body * 2 },
        },
      ],
      default: {
        document: {
          run: { font: FACE.fangsong, size: SIZE.body * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: LINE, lineRule: 'exact' } },
        },
      },
    },
    sections: [
      {
        properties: PAGE,
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: document.blocks.flatMap((block, at) => [
          ...docxOf(
            block,
            { before: document.blocks[at - 1], after: document.blocks[at + 1] },
            document.pictures,
          ),
          ...(isTable(block) && isTable(document.blocks[at + 1]) ? [apart()] : []),
        ]),
      },
    ],
  })
  return fixedDocx(await Packer.pack(word, 'uint8array'), document.madeAt)
}
