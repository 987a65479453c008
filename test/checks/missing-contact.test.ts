import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { missingContact } from '../../src/checks/missing-contact.ts'
import type { EntryPage } from '../../src/facts/facts.ts'
import { address, ask, landing, listPage, told } from '../support/check-cases.ts'

const check = anyCheck(missingContact)
const FOOT =
  '<div>主办：江湾区 联系电话：021-12345678 地址：江湾路1号 邮编：200003</div><p>版权所有 © 2026</p>'
const column = (body: string, foot = FOOT) =>
  landing(
    `<title>投诉举报</title><div class="nav"><a href="/">首页</a> <a href="/mail/">局长信箱</a></div><h1>投诉举报</h1>${body}${foot}`,
  )
const at = (html: string): EntryPage => ({
  text: '投诉举报须知',
  address: address('http://a.gov.example/d/1.html'),
  landing: landing(`<title>须知</title><div><p>${html}</p></div>`),
})
const told2 = (where: ReturnType<typeof landing>, entryPages: readonly EntryPage[] = []) =>
  told(ask(check, { landing: where, entryPages }))

const ADDRESS = '地址：江湾路12号'
const HOURS = '接待时间：周一至周五 9:00—17:00'
const PHONE = '电话：021-63210000'
const MAIL = '邮箱：jubao@jiangwan.gov.example'

describe('innocent pages', () => {
  it.each([
    ['all in one page', [ADDRESS, HOURS, PHONE, MAIL]],
    ['a hotline', [ADDRESS, HOURS, '请拨打12345市民热线', MAIL]],
    ['area code in brackets', [ADDRESS, HOURS, '（021）6321 0000转8012', MAIL]],
    ['full width', [ADDRESS, HOURS, '电话：０２１－６３２１００００', 'jubao＠jiangwan．gov．example']],
    ['a mobile', [ADDRESS, HOURS, '联系人王某 13800001234', MAIL]],
    ['a bare local number', [ADDRESS, HOURS, '投诉电话：63210000', MAIL]],
    ['a free number', [ADDRESS, HOURS, '服务专线 400-820-0000', MAIL]],
    ['mail written for people', [ADDRESS, HOURS, PHONE, 'jubao[at]jiangwan.gov.example']],
    ['mail with #', [ADDRESS, HOURS, PHONE, '邮箱 jubao#jiangwan.gov.example（请将#换为@）']],
    ['hours in words', [ADDRESS, '受理时间：法定工作日上午九时至十一时', PHONE, MAIL]],
    ['round the clock', [ADDRESS, '24小时受理', PHONE, MAIL]],
    ['a day of the week', [ADDRESS, '局长接待日：每周三', PHONE, MAIL]],
    ['an address without a label', ['来信请寄江湾路12号信访办公室', HOURS, PHONE, MAIL]],
    ['a building', ['接待地点：市民中心大厅三楼', HOURS, PHONE, MAIL]],
    ['English', ['Address: 12 Jiangwan Road', 'Hours: Mon-Fri 9am-5pm', 'Tel: 021-63210000', MAIL]],
  ])('%s', (_what, lines) => {
    expect(told2(column(lines.map((line) => `<p>${line}</p>`).join('')))).toBe('passed')
    expect(told2(column(`<table><tr><td>${lines.join('</td></tr><tr><td>')}</td></tr></table>`, ''))).toBe(
      'passed',
    )
    expect(
      told2(listPage('2026-11-01'), [at(lines.slice(0, 2).join('<br>')), at(lines.slice(2).join(' '))]),
    ).toBe('passed')
  })
})

const prose = '<p>群众可就本区机关及其工作人员的作风问题反映情况，我们依法予以受理。</p>'
const withAll = (...lines: readonly string[]) =>
  column(prose + lines.map((line) => `<p>${line}</p>`).join(''))

it.each([
  ['no e-mail', withAll(ADDRESS, HOURS, PHONE), 'failed missing'],
  ['no hours', withAll(ADDRESS, PHONE, MAIL), 'failed missing'],
  ['no address, and no foot', column(`${prose}${HOURS}，${PHONE}，${MAIL}`, ''), 'failed missing'],
  ['a telephone and nothing else', column(`${prose}${PHONE}`, ''), 'failed missing missing missing'],
  ['the foot alone has a telephone', withAll(ADDRESS, HOURS, MAIL), 'cantTell unclear'],
  [
    'a foot for complaints',
    column(prose + ADDRESS + HOURS + MAIL, '<p>投诉电话：021-63210000 主办：区政府</p>'),
    'passed',
  ],
  ['an announced mail', withAll(ADDRESS, HOURS, PHONE, '邮箱：见局长信箱栏目'), 'cantTell unclear'],
  ['a picture', column(`${prose}${PHONE}<img src="/upload/2026/tousu.jpg">`), 'cantTell unclear'],
  ['an attachment', column(`${prose}${PHONE}<a href="/x.doc">投诉须知</a>`), 'cantTell unclear'],
  ['further pages', column(`${prose}${PHONE}<a href="/2.html">下一页</a>`), 'cantTell unclear'],
  [
    'a fax is no telephone',
    column(`${prose}${ADDRESS}，${HOURS}，传真：021-63210000，${MAIL}`, ''),
    'failed missing',
  ],
  ['blank', landing('<title>投诉</title><p>暂无数据</p>'), 'inapplicable blank'],
])('%s', (_what, where, want) => expect(told2(where)).toBe(want))

it('leaves open what an unread entry may hold', () => {
  const unread: EntryPage = {
    text: '须知',
    address: address('http://a.gov.example/d/1.html'),
    landing: { kind: 'unread', why: 'not-html', observation: null },
  }
  expect(told2(listPage('2026-11-01', '2026-10-01'), [unread])).toBe('cantTell unclear')
})

it('asks for the parts that the rule names', () => {
  const facts = { landing: withAll(HOURS, PHONE), entryPages: [] }
  expect(told(ask(check, facts, { parts: ['telephone', 'hours'] }))).toBe('passed')
})
