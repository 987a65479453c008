import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { undeclaredChange } from '../../src/checks/undeclared-change.ts'
import type { Day } from '../../src/core/day.ts'
import type { DeclaredChange } from '../../src/facts/declared-change.ts'
import { moveNoticeOf } from '../../src/facts/move-notice.ts'
import { address, ask, failure, subject, told } from '../support/check-cases.ts'
import { CONTENT, FROM, type Sent, walked } from '../support/walked.ts'

const check = anyCheck(undeclaredChange)
const A = 'http://a.gov.example'
const NEW = 'http://new.gov.example'

const judgement = (
  sent: readonly Sent[],
  html: string = CONTENT,
  declaredChanges: readonly DeclaredChange[] = [],
  role: 'unit' | 'portal' = 'unit',
  from = FROM,
) => {
  const { landing, route } = walked(from, sent, html)
  const moveNotice = landing.kind === 'page' ? moveNoticeOf(landing.page) : null
  return ask(check, { landing, route, moveNotice, declaredChanges }, {}, subject({ role }))
}
const judged = (...given: Parameters<typeof judgement>): string => told(judgement(...given))
const says = (words: string): string => `<title>提示</title><p>${words}</p>`

describe('a change', () => {
  it.each<[string, readonly Sent[], string, string]>([
    ['for good, to another path', [[301, `${A}/new/list.html`]], CONTENT, 'moved'],
    ['for good, to another host', [[308, `${NEW}/column/`]], CONTENT, 'moved'],
    ['for good, to the front page', [[301, `${A}/`]], CONTENT, 'moved'],
    [
      'https first',
      [
        [302, 'https://a.gov.example/column/'],
        [301, `${NEW}/x.html`],
      ],
      CONTENT,
      'moved',
    ],
    [
      'for good and on',
      [
        [301, `${NEW}/x.html`],
        [302, `${NEW}/y.html`],
      ],
      CONTENT,
      'moved',
    ],
    ['said, with the address', [], says(`本网站已迁移至 ${NEW}/，请更新收藏。`), 'announced'],
    ['said, with a link', [], says(`本栏目已调整到<a href="${NEW}/zw/">新版政务公开</a>`), 'announced'],
    ['said, with a bare host', [], says('新网址：www.new.gov.example'), 'announced'],
    ['said, in the next line', [], says(`您访问的网站域名已变更为：<br>${NEW}/`), 'announced'],
    [
      'said while it jumps at once',
      [],
      says(`网站已整体迁移至新平台，5秒后将自动跳转。<br>${NEW}/`),
      'announced',
    ],
    [
      'redesign',
      [],
      '<title>系统维护</title><h2>网站改版中</h2><p>网站正在改版，暂停服务，敬请谅解。</p>',
      'redesign',
    ],
  ])('%s', (_what, sent, html, message) => {
    expect(judged(sent, html)).toBe(`failed ${message}`)
  })

  it('is said of itself above a list', () => {
    const row = (at: number) =>
      `<li><a href="/d/${at}.html">关于第${at}号专项规划年度实施情况和下一步安排的公示</a><span>2026-11-01</span></li>`
    const rows = Array.from({ length: 20 }, (_, at) => row(at + 1)).join('')
    const list = (words: string) => `<title>栏目</title><p>${words}</p><ul class="list">${rows}</ul>`
    expect(judged([], list(`本栏目已迁移至 ${NEW}/zw/`))).toBe('failed announced')
    expect(judged([], list(`国家平台已迁移至 ${NEW}/zw/`))).toBe('passed')
  })
})

describe('no change', () => {
  it.each<[string, readonly Sent[], string]>([
    ['as registered', [], CONTENT],
    ['temporary, elsewhere', [[302, `${NEW}/column/`]], CONTENT],
    ['see other', [[303, `${A}/list/1.html`]], CONTENT],
    [
      'https, www, slash, index page',
      [
        [301, 'https://a.gov.example/column/'],
        [301, 'https://www.a.gov.example/column/index.html'],
      ],
      CONTENT,
    ],
    ['to what the folder opens with', [[301, `${A}/column/first/list.html`]], CONTENT],
    ['another ending', [[301, `${A}/column.shtml`]], CONTENT],
    ['upper case', [[301, `${A}/Column/`]], CONTENT],
    ['another port', [[301, `${A}:8080/column/`]], CONTENT],
    ['a site for telephones', [[301, 'http://m.a.gov.example/c/1']], CONTENT],
    [
      'a login',
      [
        [301, 'http://sso.gov.example/login?service=x'],
        [302, `${A}/column/?ticket=ST-1`],
      ],
      CONTENT,
    ],
    [
      'behind a temporary step',
      [
        [302, `${A}/list/`],
        [301, `${NEW}/list/`],
      ],
      CONTENT,
    ],
    ['a jump', [['refresh', `${NEW}/list.html`]], CONTENT],
    ['an office moved', [], says('办公地址已搬迁至人民路100号，详见 http://map.gov.example/a')],
    ['an account changed', [], says('我局微信公众号已变更为“某某发布” http://weixin.example/x')],
    ['a banner on the new site', [], says(`本网站已迁移至 ${A}/`)],
    ['a plan', [], says(`本网站将于12月1日迁移至 ${NEW}/`)],
    ['no address', [], says('本栏目内容已调整到“政务公开”栏目。')],
    ['a warning', [], says(`收到“系统域名已变更为 ${NEW}/”的短信，谨防诈骗。`)],
    [
      'an article about a move',
      [],
      `<title>通知</title><div class="article"><p>国家平台网址变更为 ${NEW}/。</p><p>${'请各单位知悉并做好宣传。'.repeat(60)}</p></div>`,
    ],
    ['gone', [[301, `${A}/404.html`]], '<title>404</title><h1>404</h1><p>您访问的页面不存在</p>'],
  ])('%s', (_what, sent, html) => {
    expect(judged(sent, html)).toMatch(
      /^(?:passed|inapplicable not-a-column-page|cantTell not-a-column-page)$/,
    )
  })

  it('is maintenance that speaks of no redesign, or a page that was not read', () => {
    const html = '<title>系统维护</title><h2>网站维护中</h2><p>系统升级，暂停服务。</p>'
    expect(judged([], html)).toBe('cantTell not-a-column-page')
    const landing = { kind: 'unread', why: 'failed', observation: failure('headers-timeout') } as const
    const facts = { landing, route: [], moveNotice: null, declaredChanges: [] }
    expect(told(ask(check, facts))).toBe('inapplicable unreadable')
  })

  it('is from the front page on the same host, or on the portal', () => {
    expect(judged([[301, `${A}/portal/web/`]], CONTENT, [], 'unit', `${A}/`)).toBe('passed')
    expect(judged([[301, `${NEW}/`]], CONTENT, [], 'portal')).toBe('inapplicable portal')
  })
})

describe('what was declared', () => {
  const declared = (change: Partial<DeclaredChange>): readonly DeclaredChange[] => [
    {
      id: 'n1',
      isChange: true,
      isExact: true,
      from: '2026-11-01' as Day,
      to: '2026-11-30' as Day,
      newAddress: address(`${NEW}/zw/list.html`),
      ...change,
    },
  ]
  const move = [[301, `${NEW}/zw/list.html`]] as const
  it.each<[string, readonly DeclaredChange[], string]>([
    ['the same address', declared({}), 'inapplicable declared'],
    ['the same address, some time ago', declared({ to: '2026-11-02' as Day }), 'inapplicable declared'],
    ['another address', declared({ newAddress: address(`${NEW}/other/`) }), 'failed elsewhere'],
    [
      'another address, some time ago',
      declared({ newAddress: address(`${NEW}/x/`), to: '2026-11-02' as Day }),
      'failed moved',
    ],
    ['from tomorrow', declared({ from: '2026-11-17' as Day }), 'failed moved'],
    ['no address', declared({ newAddress: null }), 'inapplicable declared'],
    ['no address, long ago', declared({ newAddress: null, to: '2026-11-02' as Day }), 'failed moved'],
    ['an outage', declared({ isChange: false, newAddress: null }), 'inapplicable declared'],
    ['the whole host', declared({ isExact: false, newAddress: address(`${NEW}/`) }), 'inapplicable declared'],
    [
      'another host',
      declared({ isExact: false, newAddress: address('http://c.gov.example/') }),
      'failed elsewhere',
    ],
  ])('%s', (_what, changes, want) => {
    expect(judged(move, CONTENT, changes)).toBe(want)
  })

  it('names both addresses', () => {
    const changes = declared({ newAddress: address(`${NEW}/other/`) })
    const data = { notice: 'n1', declared: `${NEW}/other/`, to: `${NEW}/zw/list.html` }
    expect(judgement(move, CONTENT, changes)).toMatchObject({ defects: [{ data }] })
  })
})
