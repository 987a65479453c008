import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { notQuestionAndAnswer } from '../../src/checks/not-question-and-answer.ts'
import type { EntryPage } from '../../src/facts/facts.ts'
import { asksQuestion } from '../../src/facts/question-form.ts'
import { address, ask, landing, told } from '../support/check-cases.ts'

const check = anyCheck(notQuestionAndAnswer)
const NOTICE = '关于开展冬季安全检查的通知'
const PROSE = `<p>${'现将有关工作情况予以公布，请各单位遵照执行。'.repeat(10)}</p>`
const entry = (text: string, body = PROSE): EntryPage => ({
  text,
  address: address('http://a.gov.example/d/1.html'),
  landing: landing(`<title>${text}</title><h1>${text}</h1>${body}`),
})
const list = (...titles: readonly string[]) =>
  landing(
    `<title>便民问答</title><h2>便民问答</h2><ul>${titles.map((title, at) => `<li><a href="/d/${at}.html">${title}</a><span>2026-10-0${at + 1}</span></li>`).join('')}</ul>`,
  )
const notices = [1, 2, 3, 4, 5].map((at) => `${NOTICE}${at}`)
const judged = (where: ReturnType<typeof landing>, ...entryPages: readonly EntryPage[]) =>
  told(ask(check, { landing: where, entryPages }))

describe('questions', () => {
  it.each([
    '居住证怎么办理',
    '如何申请廉租房？',
    '什么是公积金',
    '是否需要预约',
    '哪些人可以申请',
    '补贴标准是多少',
    '外地户口能否办理',
    '新生儿落户要带什么材料',
    '退休后公积金能取吗',
    '办一次要几天',
    '居住证办理问答',
    '社保热点问题解答',
    'How do I renew a visa',
    '为何要年检',
    '去哪里办理',
  ])('%s', (title) => {
    expect(asksQuestion(title)).toBe(true)
    expect(judged(list(title, ...notices), ...notices.map((one) => entry(one)))).toBe('passed')
  })

  it.each([NOTICE, '我区召开防汛工作会议', '2026年部门预算', '办事规程目录'])('none: %s', (title) =>
    expect(asksQuestion(title)).toBe(false),
  )
})

it.each([
  ['问 and 答', '<p>问：怎样办理居住证</p><p>答：请到社区办理，带身份证和住房证明。</p>'],
  ['in brackets', '<p>【问】居住证办理的材料</p><p>【答】身份证和住房证明。</p>'],
  ['Q and A', '<p>Q1：居住证办理材料</p><p>A1：身份证和住房证明。</p>'],
  ['a letter and its answer', '<p>咨询内容：居住证办理</p><p>回复：请到社区办理。</p>'],
  ['a question mark', '<p>办理居住证要带身份证吗？</p><p>要的，另外还要住房证明。</p>'],
])('an entry with %s is enough', (_what, body) =>
  expect(judged(list(...notices), ...notices.map((one) => entry(one)), entry('居住证办理', body))).toBe(
    'passed',
  ),
)

it.each([
  ['notices only', list(...notices), notices.map((one) => entry(one)), 'failed no-questions'],
  ['too few read', list(...notices), [entry(NOTICE)], 'cantTell too-few'],
  [
    'pictures',
    list(...notices),
    notices.map((one) => entry(one, '<img src="/upload/1.jpg">')),
    'cantTell too-few',
  ],
  [
    'one page of questions',
    landing(`<title>问答</title><p>问：材料</p><p>答：${'身份证。'.repeat(30)}</p>`),
    [],
    'passed',
  ],
  ['one page of prose', landing(`<title>便民信息</title>${PROSE}`), [], 'cantTell too-few'],
  ['blank', landing('<title>便民</title><p>栏目建设中</p>'), [], 'inapplicable blank'],
])('%s', (_what, where, pages, want) => expect(judged(where, ...pages)).toBe(want))
