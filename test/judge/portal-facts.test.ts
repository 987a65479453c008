import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { unlistedAddress } from '../../src/checks/unlisted-address.ts'
import type { Address } from '../../src/core/address.ts'
import type { ObservationId } from '../../src/core/ids.ts'
import type { Observation } from '../../src/core/observation.ts'
import type { Page } from '../../src/facts/page.ts'
import { addressFacts } from '../../src/judge/address-facts.ts'
import { evidenceOf } from '../../src/judge/evidence.ts'
import { portalLinks, portalQuestions } from '../../src/judge/portal-facts.ts'
import { duties } from '../../src/plan/duties.ts'
import type { Subject } from '../../src/plan/subject.ts'
import { subjects } from '../../src/plan/subjects.ts'
import type { Moves } from '../../src/registry/moves.ts'
import { day, item, packOf, registryOf } from '../plan/examples.ts'
import { address, ask, landing, response, told } from '../support/check-cases.ts'

const PORTAL = 'http://portal.example/nw/zx/'
const OWN = 'http://mzj.example/zx/list.jsp?id=3'
const check = anyCheck(unlistedAddress)

const columnOf = (maintenance: string, portal = PORTAL): Subject => {
  const registry = registryOf({
    units: ['mzj,市民政局,,department,http://mzj.example/,,,,,'],
    columns: [`c,mzj,2.8,网上咨询,${maintenance},${portal},${OWN}`],
  })
  const pack = packOf(item('2.8', { units: ['市民政局'] }, { title: '网上咨询链接' }))
  const column = subjects(duties(pack, registry, day('2026-11-16'))).find(({ kind }) => kind === 'column')
  if (column === undefined) throw new Error('There is no column.')
  return column
}

/** What stands at an address: HTML, or where it redirects to. */
type Web = Readonly<Record<string, string>>

const rows = (host: string) =>
  [1, 2, 3, 4]
    .map(
      (at) =>
        `<li><a href="${host}/d/${at}.html">关于第${at}号办事安排的公告通知</a><span>2026-11-0${at}</span></li>`,
    )
    .join('')
const list = (words: string, host = 'http://other.example') =>
  `<title>${words}</title><h1>${words}</h1><ul class="list">${rows(host)}</ul>`
const OWN_PAGE = list('民政局网上咨询', 'http://mzj.example/own')
const link = (href: string, text = '网上咨询'): string =>
  `${list('门户')}<p><a href="${href}">${text}</a></p>`

function evidenceFor(web: Web) {
  const observations: Observation[] = []
  const pages = new Map<ObservationId, Page>()
  for (const [from, what] of Object.entries({ [OWN]: OWN_PAGE, ...web })) {
    const final = what.startsWith('http') ? what : from
    const html = web[final] ?? (final === OWN ? OWN_PAGE : what)
    const visit = response(200, address(from), 'visit', address(final))
    const hops = final === from ? [] : [{ address: address(from), status: 302, location: final }]
    const observation = { ...visit, hops }
    observations.push(observation)
    const read = landing(html, address(final))
    if (read.kind === 'page') pages.set(observation.id, read.page)
  }
  return addressFacts(evidenceOf(observations, { pages, files: new Map() }), 'token')
}

function judged(web: Web, column = columnOf('linked'), formerly: Moves['from'] = () => []): string {
  const addresses = evidenceFor(web)
  const facts = {
    landing: addresses.landing(column.ref.address as Address),
    portalLinks: portalLinks(column, addresses, formerly),
  }
  return told(ask(check, facts))
}

describe('the portal leads to the registered address', () => {
  it.each<[string, Web]>([
    ['by a link', { [PORTAL]: link(OWN) }],
    ['by https and www', { [PORTAL]: link('https://www.mzj.example/zx/list.jsp?id=3') }],
    ['with a parameter added', { [PORTAL]: link(`${OWN}&from=portal`) }],
    ['with a session', { [PORTAL]: link('http://mzj.example/zx/list.jsp;jsessionid=1A?id=3') }],
    ['in other words', { [PORTAL]: link(OWN, '点击进入') }],
    ['by a link that redirects', { [PORTAL]: link('http://mzj.example/go'), 'http://mzj.example/go': OWN }],
    [
      'by a link to where it redirects',
      {
        [PORTAL]: link('http://new.example/zx'),
        [OWN]: 'http://new.example/zx',
        'http://new.example/zx': OWN_PAGE,
      },
    ],
    [
      'by both redirecting',
      {
        [PORTAL]: link('http://mzj.example/a'),
        'http://mzj.example/a': 'http://new.example/zx',
        [OWN]: 'http://new.example/zx',
        'http://new.example/zx': OWN_PAGE,
      },
    ],
    ['through a page of its own', { [PORTAL]: link(`/go?url=${encodeURIComponent(OWN)}`) }],
    ['by a script', { [PORTAL]: `${list('门户')}<a href="javascript:window.open('${OWN}')">进入</a>` }],
    ['by a click', { [PORTAL]: `${list('门户')}<td onclick="go('${OWN}')">进入</td>` }],
    ['by a menu', { [PORTAL]: `${list('门户')}<select><option value="${OWN}">进入</option></select>` }],
    ['by a frame', { [PORTAL]: `${list('门户')}<iframe src="${OWN}"></iframe>` }],
    ['by redirecting itself', { [PORTAL]: OWN }],
    ['by jumping itself', { [PORTAL]: `<meta http-equiv="refresh" content="0;url=${OWN}">` }],
    [
      'under another name of the host',
      { [PORTAL]: link('http://mzj.city.example/zx/'), 'http://mzj.city.example/zx/': OWN_PAGE },
    ],
  ])('%s', (_what, web) => {
    expect(judged(web)).toBe('passed')
  })
})

describe('the portal leads elsewhere', () => {
  const OLD = 'http://mzj.example/old.html'
  it.each<[string, Web, string]>([
    ['to an old page', { [PORTAL]: link(OLD), [OLD]: list('旧的咨询页面') }, 'failed other'],
    [
      'to the front page',
      { [PORTAL]: link('http://mzj.example/'), 'http://mzj.example/': list('民政局首页') },
      'failed other',
    ],
    [
      'to another column',
      {
        [PORTAL]: link('http://mzj.example/zx/list.jsp?id=4'),
        'http://mzj.example/zx/list.jsp?id=4': list('网上投诉'),
      },
      'failed other',
    ],
    ['nowhere', { [PORTAL]: list('门户') }, 'failed none'],
    [
      'not to the column, but to the unit',
      { [PORTAL]: link(OLD, '通知公告'), [OLD]: list('通知公告') },
      'failed none',
    ],
  ])('%s', (_what, web, want) => {
    expect(judged(web)).toBe(want)
  })
})

describe('nothing is said', () => {
  it.each<[string, Web, string]>([
    ['about a link that was not followed', { [PORTAL]: link('http://mzj.example/x') }, 'cantTell unfollowed'],
    [
      'where the page goes on',
      { [PORTAL]: link('http://other.example/list', '更多&gt;&gt;') },
      'cantTell goes-on',
    ],
    [
      'where a script builds the page',
      {
        [PORTAL]:
          '<title>门户</title><div id="app"></div><ul id="list"></ul><script>$.ajax({url:"/api/list",success:function(d){$("#list").html(d)}})</script>',
      },
      'cantTell script-rendered',
    ],
    [
      'where the portal’s page is none',
      { [PORTAL]: '<title>404</title><h1>404</h1><p>您访问的页面不存在</p>' },
      'inapplicable not-a-column-page',
    ],
    ['where the portal was not asked', {}, 'untested not-asked'],
    [
      'where the column itself is gone',
      { [PORTAL]: list('门户'), [OWN]: '<title>404</title><h1>404</h1><p>您访问的页面不存在</p>' },
      'inapplicable not-a-column-page',
    ],
  ])('%s', (_what, web, want) => {
    expect(judged(web)).toBe(want)
  })

  it('where the portal does not link to the column', () => {
    expect(judged({ [PORTAL]: list('门户') }, columnOf('submitted'))).toBe('inapplicable not-linked')
    expect(judged({}, columnOf('linked', ''))).toBe('inapplicable not-linked')
  })
})

it('asks for likely links only where the address itself is not there', () => {
  const asked = (web: Web) => portalQuestions(columnOf('linked'), evidenceFor(web))
  expect(asked({ [PORTAL]: link(OWN) })).toEqual([])
  expect(asked({ [PORTAL]: link('http://mzj.example/old.html') })).toEqual(['http://mzj.example/old.html'])
  expect(asked({ [PORTAL]: link('http://elsewhere.example/', '网上咨询') })).toEqual([
    'http://elsewhere.example/',
  ])
})

it('may lead to where the column was before it moved, as long as that is declared', () => {
  const OLD = 'http://mzj.example/old.html'
  const web = { [PORTAL]: link(OLD), [OLD]: list('旧的咨询页面') }
  expect(judged(web, columnOf('linked'), () => [address(OLD)])).toBe('passed')
  expect(judged(web, columnOf('linked'), () => [])).toBe('failed other')
})
