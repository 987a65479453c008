import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { readTemplates } from '../../../src/app/templates.ts'
import { fitText } from '../../../src/report/pictures/fit-text.ts'
import { TELEPHONE } from '../../../src/report/pictures/picture.ts'
import { pictureWordsShape } from '../../../src/report/pictures/picture-words.ts'
import { scoreAxis, scoreClasses } from '../../../src/report/pictures/scale.ts'
import { textWidth } from '../../../src/report/pictures/text-width.ts'
import { PICTURES, words } from './examples.ts'

describe.each(Object.entries(PICTURES))('%s', (_name, draw) => {
  it('is well-formed XML with a title and a description, the same bytes each time', async () => {
    for (const width of [undefined, TELEPHONE]) {
      const style = { id: 'p', words: await words(), ...(width === undefined ? {} : { width }) }
      const { svg, title, description } = draw(style)
      expect(XMLValidator.validate(svg)).toBe(true)
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\d\.\d{3,}|-0[" ]|\[object/)
      expect(svg).toContain(`<title id="p-title">${title}</title><desc id="p-desc">`)
      expect(description.length).toBeGreaterThan(5)
      expect(draw(style).svg).toBe(svg)
    }
  })

  it('has ids of its own', async () => {
    const { svg } = draw({ id: 'own', words: await words() })
    for (const [, id] of svg.matchAll(/ id="([^"]*)"/g)) expect(id).toMatch(/^own-/)
    for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(svg).toContain(`id="${id}"`)
  })
})

describe('a text that is too wide', () => {
  it.each([
    ['市民政局', 52, 1, ['市民政局'], null],
    ['市民政局', 51, 1, ['市民…'], '市民政局'],
    ['市住房保障房屋管理局', 65, 2, ['市住房保障', '房屋管理局'], null],
    ['页面实为“不存在”的', 65, 3, ['页面实为', '“不存', '在”的'], null],
    ['区县动态和部门信息', 66, 2, ['区县动态和', '部门信息'], null],
    ['公开（2026年）表', 60, 3, ['公开', '（2026', '年）表'], null],
    ['portal content audit', 70, 3, ['portal', 'content', 'audit'], null],
    ['', 10, 1, [''], null],
    ['a', 0, 1, ['a'], null],
  ] as const)('“%s” in %d pixels, %d lines', (text, width, lines, want, shortened) => {
    expect(fitText(text, width, 13, lines)).toEqual({ lines: want, shortened })
  })

  it('is measured by classes of signs', () => {
    expect(textWidth('市，〔', 10)).toBe(30)
    expect(textWidth('99.84', 10)).toBeCloseTo(28.4)
  })
})

describe('scales', () => {
  it.each([
    [[], 0, 100],
    [[100], 95, 100],
    [[88, 97.1], 86, 98],
    [[0, 100], 0, 100],
    [[0], 0, 5],
  ] as const)('of %j', (values, low, high) => {
    expect(scoreAxis(values)).toMatchObject({ low, high })
  })

  it('break a histogram at every border between grades', () => {
    expect(scoreClasses([85], [90, 87.5, 0])).toEqual([84, 86, 87.5, 88, 90, 92, 94, 96, 98, 100])
    expect(scoreClasses([], [90])).toEqual([95, 96, 97, 98, 99, 100])
  })
})

describe('words of pictures', () => {
  it.each([
    ['a name that the text may not use', '{{nobody}}', 'nobody'],
    ['a broken template', '{{#if}}', 'Parse error'],
    ['nothing', '', 'Too small'],
  ])('are refused for %s', async (_what, zh, said) => {
    const { picture } = (await readTemplates()).labels
    const found = pictureWordsShape.safeParse({ ...picture, kindCount: { zh, en: 'x' } })
    expect(found.error?.message).toContain(said)
  })
})
