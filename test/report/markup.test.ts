import { describe, expect, it } from 'vitest'
import { readTemplateFiles } from '../../src/app/templates.ts'
import { InputError } from '../../src/core/errors.ts'
import { DOCUMENT_TEMPLATE_FILES, parseDocumentTemplates } from '../../src/report/document-templates.ts'
import { shielded, wordsOf } from '../../src/report/official/markup.ts'
import { numberBlocks } from '../../src/report/official/number-blocks.ts'
import { readBlocks } from '../../src/report/official/read-blocks.ts'
import { linesOf } from '../support/printed-city.ts'

const read = (text: string): string => linesOf(numberBlocks(readBlocks(text)))

describe('the markup of documents', () => {
  it.each<[string, string, string]>([
    [
      'headings, numbered',
      '# 甲\n## 乙\n### 丙\n### 丁\n## 戊\n# 己',
      '一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n二、己',
    ],
    [
      'the tenth heading and beyond',
      Array.from({ length: 12 }, () => '# x').join('\n'),
      '一、x 二、x 三、x 四、x 五、x 六、x 七、x 八、x 九、x 十、x 十一、x 十二、x'.replaceAll(' ', '\n'),
    ],
    ['a table', '!table 名次{1c} | 单位{3}\n| 1 | 市民政局', '名次 | 单位 | 1 | 市民政局'],
    [
      'attachments and what refers to them',
      '见{@b}\n!attachments\n!attachment a | 甲\n!attachment b | 乙',
      '见附件2\n甲 | 乙\n附件1 甲\n附件2 乙',
    ],
    ['one attachment, without a number', '见{@a}\n!attachment a | 甲', '见附件\n附件 甲'],
    ['no attachments', '文\n!attachments', '文'],
    ['strong words and line ends', '**甲**乙\\n丙', '甲乙\n丙'],
  ])('reads %s', (_what, text, expected) => expect(read(text)).toBe(expected))

  it.each<[string, string, RegExp]>([
    ['an unknown mark', '!tabel 甲{1}', /没有这个标记.*!table/],
    ['a row of its own', '| 甲', /!table/],
    ['a row of too many cells', '!table 甲{1} | 乙{1}\n| 1 | 2 | 3', /应有 2 格，实有 3 格/],
    ['a column without a width', '!table 甲\n| 1', /名次\{4c\}/],
    ['an attachment that is not there', '见{@x}', /没有附件“x”/],
  ])('refuses %s', (_what, text, words) => expect(() => read(text)).toThrow(words))

  it.each([
    '# 题',
    '!pagebreak',
    '| 格 |',
    '{@x}',
    '**粗**',
    '反\\斜\\n',
    '行\n!title 二',
    '\\',
    '{{x}}',
    '!',
  ])('takes %j from data as words', (text) => {
    expect(wordsOf(shielded(text))).toEqual([{ text: text.replace('\n', ' '), strong: false }])
    expect(readBlocks(`文${shielded(text)}`)).toHaveLength(1)
  })
})

describe('a broken template', () => {
  it.each<[string, string, RegExp]>([
    ['an open block', '{{#if x}}', /circular\.hbs:1: 模板有误/],
    ['a name that there is not', '甲\n乙{{nothing}}', /circular\.hbs:2: 模板有误.*nothing/],
    ['a mark that there is not', '!titel 甲', /circular\.hbs: “!titel 甲” 没有这个标记/],
  ])('%s', async (_what, text, words) => {
    const files = await readTemplateFiles('reports', DOCUMENT_TEMPLATE_FILES)
    const parse = () =>
      parseDocumentTemplates({ ...files, 'circular/circular.hbs': text }, 'reports').circular({ x: 1 })
    expect(parse).toThrow(InputError)
    expect(parse).toThrow(words)
  })
})
