import { familyOf } from '../../fixtures/city/families/index.ts'
import { healthyPage } from '../../fixtures/city/list-page.ts'
import { html } from '../../fixtures/city/reply.ts'
import { UNITS } from '../../fixtures/city/units.ts'
import { MUTATIONS } from './mutations.ts'

const LOGIN = '<form action="/login"><input name="user"><input type="password" name="p"></form>'

/** A list and an article in the manner of each family of the city: what is spoilt. */
export const WHOLE_PAGES: readonly Uint8Array[] = UNITS.slice(0, 8).flatMap((unit) => {
  const family = familyOf(unit)
  const article = family.frame(
    unit,
    '工作信息',
    `<p>发布时间：2026-11-02</p><p>${'现将情况予以公布。'.repeat(30)}</p>${LOGIN}`,
  )
  return [family.list(healthyPage(unit, '2.1', '通知')), article].map(
    (text) => html(text, family.charset).body,
  )
})

/** A page spoilt in the named ways, one after the other. */
export const spoilt = (
  page: Uint8Array,
  names: readonly string[],
  chance: (limit: number) => number,
): Uint8Array => names.reduce((bytes, name) => MUTATIONS[name]?.(bytes, chance) ?? bytes, page)

const HUGE = 20 * 1024 * 1024
const behind = (start: string, repeated: string): Uint8Array =>
  Buffer.concat([Buffer.from(start), Buffer.alloc(HUGE, repeated)])

/** Pages of 20 MB, each of which would take a careless reader forever or all memory, made when asked for. */
export const HUGE_PAGES: Readonly<Record<string, () => Uint8Array>> = {
  zeros: () => new Uint8Array(HUGE),
  text: () => Buffer.alloc(HUGE, '政府信息公开目录，'),
  tags: () => Buffer.alloc(HUGE, '<div class="a">'),
  'elements in elements': () => Buffer.alloc(HUGE, '<b><i></b></p></ul></x>'),
  links: () => Buffer.alloc(HUGE, '<li><a href="/a/1.html">关于一件事的通知</a>2026-11-01</li>'),
  'links in elements': () => Buffer.alloc(HUGE, '<div><a href="/a/1.html">关于一件事的通知</a> 2026-11-01 '),
  brackets: () => Buffer.alloc(HUGE, '<'),
  digits: () => Buffer.alloc(HUGE, '2026-11-01'),
  'digits in a link': () => behind('<a href="/1">', '2026-11-01 '),
  'many dates': () =>
    Buffer.alloc(HUGE, '<p>发布时间：3. Mai 2016 <time datetime="2016-05-03">二〇一六年五月三日</time></p>'),
  'white space': () => Buffer.alloc(HUGE, ' \n'),
  entities: () => Buffer.alloc(HUGE, '&nbsp;'),
  script: () => behind('<script>', 'var a="<a href=1>";'),
  'objects in a script': () => behind('<script>', '{title:"关于一件事的通知",url:"/a",date:"2026-01-01"},'),
  attributes: () => behind('<p ', 'a="1" b1="2" '),
  'one attribute': () => behind('<a href="', 'x'),
  forms: () => Buffer.alloc(HUGE, '<form><input type="password">'),
  'loose passwords': () => Buffer.alloc(HUGE, '<div><input type="password">'),
  labels: () => Buffer.alloc(HUGE, '发布时间：来源：日期'),
  headings: () => Buffer.alloc(HUGE, '<h1>404 页面不存在</h1>'),
  title: () => behind('<title>', '页面 - 不存在|'),
  'records in records': () => Buffer.alloc(HUGE, '<datastore><![CDATA[<datastore><![CDATA[<li>'),
  tables: () => Buffer.alloc(HUGE, '<table><tr><td><a href=/1>关于一件事的通知</a><td>2026-01-01'),
  GBK: () => Buffer.alloc(HUGE, Buffer.from([0xb9, 0xab, 0xb8, 0xe6, 0x20])),
}
