import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMailTemplates } from '../../src/app/mail-templates.ts'
import { packageRoot } from '../../src/app/package-root.ts'
import { InputError } from '../../src/core/errors.ts'
import { letterOf } from '../../src/report/mail/letter.ts'
import { workspace } from '../support/workspace.ts'

describe('a letter', () => {
  it('has a subject, a text, and the same words as HTML', () => {
    expect(letterOf('\n主题 <1>\n\n甲：\n\n\n\n- 一 & 二\n- <script>\n\n办公厅\n1月\n')).toEqual({
      subject: '主题 <1>',
      text: '甲：\n\n- 一 & 二\n- <script>\n\n办公厅\n1月\n',
      html: '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>主题 &lt;1&gt;</title></head><body>\n<p>甲：</p>\n<ul>\n<li>一 &amp; 二</li>\n<li>&lt;script&gt;</li>\n</ul>\n<p>办公厅<br>\n1月</p>\n</body></html>\n',
    })
  })
})

const catalogue = (): Promise<string> => readFile(join(packageRoot(), 'reports', 'catalogue.yaml'), 'utf8')

describe('templates of mails', () => {
  it.each([
    ['a tag left open', '{{#if x}}\n', 'Parse error'],
    ['a word that there is not', '主题\n\n{{nothing}}\n', 'nothing'],
  ])('name their file when broken: %s', async (_, text, words) => {
    const space = await workspace()
    await space.write('mail/sheet.hbs', '主题')
    await space.write('mail/overdue.hbs', text)
    await space.write('catalogue.yaml', await catalogue())
    const filled = async () => {
      const templates = await readMailTemplates(space.directory)
      return templates.overdue({} as Parameters<typeof templates.overdue>[0])
    }
    const fault = await filled().catch((caught: unknown) => caught)
    await space.remove()
    expect(fault).toBeInstanceOf(InputError)
    expect((fault as InputError).message).toMatch(new RegExp(`mail/overdue\\.hbs:\\d+: .*${words}`))
  })
})
