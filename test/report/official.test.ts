import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { numberBlocks } from '../../src/report/official/number-blocks.ts'
import type { Picture } from '../../src/report/official/official-document.ts'
import { officialDocx } from '../../src/report/official/official-docx.ts'
import { officialHtml } from '../../src/report/official/official-html.ts'
import { readBlocks } from '../../src/report/official/read-blocks.ts'

/** A picture twice as high as wide. */
const TALL: Picture = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="200"/>',
  png: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  width: 100,
  height: 200,
  alt: '图',
}

const documentOf = (markup: string) => ({
  title: '通报',
  author: '云川',
  madeAt: '2026-11-25T08:00:00.000Z',
  blocks: numberBlocks(readBlocks(markup)),
  pictures: { tall: TALL },
})

const wordOf = async (markup: string): Promise<string> =>
  strFromU8(unzipSync(await officialDocx(documentOf(markup)))['word/document.xml'] ?? new Uint8Array())

const paragraphsWith = (xml: string, words: string): readonly string[] =>
  (xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? []).filter((one) => one.includes(words))

/** Twips from the library's units of 1/914400 inch. */
const twips = (emu: string | undefined): number => Math.round(Number(emu) / 635)

describe('版记', () => {
  it.each([
    ['short', '市委办公厅', 1],
    ['of two lines', '市委各部门，市人大常委会办公厅，市政协办公厅，市高级人民法院，市人民检察院', 2],
    ['of none', '', 0],
  ])('stands in a box at the foot, with no text under it: 抄送 %s', async (_what, copyTo, lines) => {
    const xml = await wordOf(`末段\n!imprint ${copyTo} | 云川市人民政府办公厅 | 2026年11月18日`)
    expect(xml).toMatch(
      /<wp:positionV relativeFrom="margin"><wp:align>bottom<\/wp:align><\/wp:positionV>.*<wp:wrapNone\/>/,
    )
    const height = twips(/<wp:extent cx="\d+" cy="(\d+)"/.exec(xml)?.[1])
    expect(height).toBeGreaterThanOrEqual((lines + 1) * 480)
    expect(height).toBeLessThan((lines + 2) * 480)
    const room = /w:line="(\d+)" w:lineRule="exact"\/><\/w:pPr><w:r><w:drawing>/.exec(xml)?.[1]
    expect(Number(room)).toBeGreaterThan(height)
    const rules = xml.match(/<w:pBdr><w:bottom [^>]*w:sz="\d"/g)?.map((one) => one.slice(-2, -1))
    expect(rules).toEqual(lines === 0 ? ['8', '8'] : ['8', '6', '8'])
  })
})

describe('a record', () => {
  const MARKUP = '## 问题\n!record 项目{1l} | 内容{3l}\n| 甲 | 一\n| 乙 | 二\n| 丙 | 三'

  it('is whole on one page, its heading with it, in 五号', async () => {
    const xml = await wordOf(MARKUP)
    const isHeld = (words: string): boolean =>
      paragraphsWith(xml, `>${words}<`).every((one) => one.includes('<w:keepNext/>'))
    expect(['甲', '一', '乙', '二', '丙', '三'].map(isHeld)).toEqual([true, true, true, true, false, false])
    expect(paragraphsWith(xml, '问题')[0]).toContain('<w:keepNext/>')
    expect(paragraphsWith(xml, '>甲<')[0]).toContain('<w:sz w:val="21"/>')
    expect(officialHtml(documentOf(MARKUP), '')).toContain('<table class="form small">')
  })
})

describe('a picture', () => {
  it.each([
    ['alone on its page', '!picture tall', 820],
    ['below the title of an attachment', '!attachment list | 清单\n!picture tall', 640],
  ])('%s is no higher than the page has room, and not cut at a line', async (_what, markup, height) => {
    const xml = await wordOf(markup)
    expect(/<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml)?.slice(1).map(Number)).toEqual([
      (height / 2) * 9525,
      height * 9525,
    ])
    expect(paragraphsWith(xml, '<wp:inline')[0]).toMatch(/w:line="240" w:lineRule="auto"/)
  })

  it('has a number of its own', async () => {
    const xml = await wordOf('!picture tall\n!picture tall\n!imprint | 云川市人民政府办公厅 | 2026年11月18日')
    expect([...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map((one) => one[1])).toEqual(['1', '2', '3'])
  })

  it('goes with the title of its attachment', async () => {
    const xml = await wordOf('!attachment list | 清单\n!picture tall')
    for (const words of ['附件', '清单']) expect(paragraphsWith(xml, words)[0]).toContain('<w:keepNext/>')
  })
})

describe('a signature', () => {
  it.each([
    ['云川市政府', 5],
    ['云川市人民政府办公厅', 2.5],
    ['云川市人民政府网站内容建设和管理保障工作领导小组办公室', 0],
  ])('has the day four characters from the right and %s over its middle', async (office, right) => {
    const markup = `末段\n!signature ${office} | 2026年11月18日`
    const html = officialHtml(documentOf(markup), '')
    expect(html).toContain(`<p style="margin-right:${right}em">${office}</p>`)
    expect(html).toContain('<p style="margin-right:4em">2026年11月18日</p>')
    const xml = await wordOf(markup)
    const indents = ['云川', '2026年'].map((words) =>
      Number(/<w:ind w:right="(\d+)"/.exec(paragraphsWith(xml, words)[0] ?? '')?.[1] ?? 0),
    )
    expect(indents).toEqual([right * 320, 1280])
  })
})
