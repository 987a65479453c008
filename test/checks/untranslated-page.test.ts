import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { untranslatedPage } from '../../src/checks/untranslated-page.ts'
import type { EntryPage } from '../../src/facts/facts.ts'
import { address, ask, landing, told } from '../support/check-cases.ts'

const check = anyCheck(untranslatedPage)
const ENGLISH =
  'The district lies on the river and offers parks, museums and markets within a short walk of each other. Visitors reach it by metro and by bus from every part of the city. '
const CHINESE = '本区位于江边，公园、博物馆和市场步行可达，地铁和公交车从全市各处到达。'
const MENU =
  '<div class="nav"><a href="/">网站首页</a> <a href="/zwgk/">政务公开</a> <a href="/bsfw/">办事服务</a> <a href="/hdjl/">互动交流</a></div><div>今天是2026年11月16日 星期一</div>'
const FOOT = '<p>主办：江湾区人民政府 版权所有 © 2026</p>'
const page = (body: string, title = 'Living') =>
  landing(`<title>${title}</title>${MENU}<h1>${title}</h1>${body}${FOOT}`)
const list = (...titles: readonly string[]) =>
  page(
    `<ul>${titles.map((title, at) => `<li><a href="/d/${at}.html">${title}</a><span>2026-10-0${at + 1}</span></li>`).join('')}</ul>`,
  )
const entry = (body: string): EntryPage => ({
  text: 'Museums with free entry',
  address: address('http://a.gov.example/d/1.html'),
  landing: page(body, 'Museums'),
})
const GUIDES = [
  'Museums with free entry this winter',
  'How foreign residents register',
  'New bus routes serve the town',
]
const judged = (where: ReturnType<typeof landing>, ...entryPages: readonly EntryPage[]) =>
  told(ask(check, { landing: where, entryPages }))

describe('innocent pages', () => {
  it.each([
    ['an article', page(`<p>${ENGLISH.repeat(2)}</p>`)],
    [
      'names in brackets',
      page(`<p>${`Jiangwan Park (江湾公园) and the City Museum (市博物馆). ${ENGLISH}`.repeat(2)}</p>`),
    ],
    ['a few names', page(`<p>${ENGLISH.repeat(3)} 豫园 外滩 江湾路</p>`)],
    ['a list', list(...GUIDES)],
    ['a Chinese menu and clock', page(`<p>${ENGLISH}</p>`)],
    ['talk of construction', page(`<p>${ENGLISH.repeat(3)}The new metro line is under construction.</p>`)],
    ['Chinese quotations', page(`<p>${ENGLISH.repeat(2)}It means “有朋自远方来不亦乐乎”.</p>`)],
    [
      'a Chinese side list',
      page(
        `<p>${ENGLISH.repeat(4)}</p><div class="side"><ul><li><a href="/1.html">往年工作回顾专题报道</a><span>2019-03-02</span></li></ul></div>`,
      ),
    ],
    ['an address in Chinese', page(`<p>${ENGLISH.repeat(2)}</p><p>地址：江湾路12号</p>`)],
  ])('%s', (_what, where) => expect(judged(where, entry(`<p>${ENGLISH.repeat(2)}</p>`))).toBe('passed'))

  it.each([
    ['both languages', page(`<p>${ENGLISH}</p><p>${CHINESE.repeat(2)}</p>`)],
    [
      'a paragraph of English in a Chinese page',
      page(`<p>${ENGLISH.repeat(2)}</p><p>${CHINESE.repeat(9)}</p>`),
    ],
    ['a picture', page('<img src="/upload/map.jpg">')],
    ['few words', page('<p>Welcome</p>')],
  ])('cannot be told: %s', (_what, where) => expect(judged(where)).toBe('cantTell unclear'))

  it.each([
    ['one Chinese entry of four', [CHINESE, ENGLISH, ENGLISH, ENGLISH]],
    ['one Chinese entry', [CHINESE]],
    ['two of five', [CHINESE, CHINESE, ENGLISH, ENGLISH, ENGLISH]],
  ])('%s', (_what, texts) =>
    expect(judged(list(...GUIDES), ...texts.map((text) => entry(`<p>${text.repeat(3)}</p>`)))).toBe('passed'),
  )
})

it.each([
  ['a Chinese article', page(`<p>${CHINESE.repeat(6)}</p>`), 'failed chinese'],
  [
    'a Chinese list',
    list('我区召开防汛工作会议', '江湾公园举办秋季花展', '老旧小区改造计划公布'),
    'failed chinese',
  ],
  [
    'lorem ipsum',
    page(`<p>${'Lorem ipsum dolor sit amet, consectetur adipiscing elit. '.repeat(6)}</p>`),
    'failed placeholder',
  ],
  [
    'content to come',
    page('<p>Content goes here.</p><p>Please check back later for the text of this page.</p>'),
    'failed placeholder',
  ],
  [
    'a promise',
    page(
      `<p>${'This page of our English edition is still under construction; please come back later for more about our district.'}</p>`,
    ),
    'failed placeholder',
  ],
  ['nothing', page('<p>Coming soon</p>'), 'inapplicable blank'],
])('%s', (_what, where, want) => expect(judged(where)).toBe(want))

it('tells English titles over Chinese entries', () => {
  const pages = [
    entry(`<p>${CHINESE.repeat(6)}</p>`),
    entry(`<p>${CHINESE.repeat(6)}</p>`),
    entry(`<p>${ENGLISH.repeat(2)}</p>`),
  ]
  expect(judged(list(...GUIDES), ...pages)).toBe('failed entries')
})
