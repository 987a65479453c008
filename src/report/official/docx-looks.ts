import type { IFontAttributesProperties } from 'docx'

/** Twentieths of a point, in which Word measures. */
export const twips = (points: number): number => Math.round(points * 20)

/** A4 with the margins of GB/T 9704-2012, 5.2.1: 37, 35, 28 and 26 mm. */
export const PAPER = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
} as const

/** Width of the text, 156 mm. */
export const TEXT_WIDTH = PAPER.width - PAPER.left - PAPER.right

/** The pitch of the 22 lines of a page, 28.99 pt. */
export const LINE = 580

const font = (eastAsia: string): IFontAttributesProperties => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})

/** The faces that GB/T 9704-2012 names. They are named in the file, not put into it. */
export const FACE = {
  biaosong: font('方正小标宋简体'),
  fangsong: font('仿宋_GB2312'),
  kaiti: font('楷体_GB2312'),
  heiti: font('黑体'),
  songti: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
} as const

/** What to take where a machine lacks a face. */
const INSTEAD: Readonly<Record<string, string>> = {
  方正小标宋简体: 'FZXiaoBiaoSong-B05S,小标宋体,华文中宋,STZhongsong,宋体',
  仿宋_GB2312: 'FangSong_GB2312,仿宋,FangSong,华文仿宋,STFangsong,宋体',
  楷体_GB2312: 'KaiTi_GB2312,楷体,KaiTi,华文楷体,STKaiti,宋体',
  黑体: 'SimHei,Noto Sans CJK SC,Source Han Sans SC',
  宋体: 'SimSun,Noto Serif CJK SC,Source Han Serif SC',
  'Times New Roman': 'Liberation Serif,Tinos',
}

const FONT_TABLE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** word/fontTable.xml: each face, and what stands in for it. */
export const fontTable = (): string => {
  const fonts = Object.entries(INSTEAD).map(
    ([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${FONT_TABLE}">${fonts.join('')}</w:fonts>`
}

/** 二号, 三号, 四号, 小四 and 五号, in points. */
export const SIZE = { title: 22, body: 16, small: 14, table: 12, list: 10.5 } as const
