import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { latePublication } from '../../src/checks/late-publication.ts'
import type { EntryPage } from '../../src/facts/facts.ts'
import { address, ask, landing, told } from '../support/check-cases.ts'

const check = anyCheck(latePublication)

/** The page of a document, with these rows above its text. */
const document = (...rows: readonly string[]): EntryPage => {
  const cells = rows.map((row) => `<td>${row}</td>`).join('')
  const text = '<p>现将有关事项通知如下，请认真贯彻执行。</p>'.repeat(20)
  const at = address('http://a.gov.example/d/1.html')
  const html = `<title>关于工作的通知</title><table class="info"><tr>${cells}</tr></table><div class="article">${text}</div>`
  return { text: '关于工作的通知', address: at, landing: landing(html, at) }
}
const dated = (written: string, published: string): EntryPage =>
  document(`成文日期：${written}`, `发布日期：${published}`)

it.each<[string, readonly EntryPage[], string]>([
  ['the next day', [dated('2026-08-03', '2026-08-04')], 'passed'],
  ['20 working days, over the National Day', [dated('2026-09-14', '2026-10-16')], 'passed'],
  ['21 working days', [dated('2026-09-14', '2026-10-19')], 'failed late'],
  ['20 working days of 2022', [dated('2022-09-26', '2022-10-27')], 'passed'],
  ['one too many of 2022', [dated('2022-09-26', '2022-10-28')], 'failed late'],
  ['years later: an archive', [dated('2019-03-05', '2026-06-30')], 'inapplicable undated'],
  ['before the calendar', [dated('2021-03-05', '2021-05-30')], 'cantTell beyond-calendar'],
  ['before the calendar, within days', [dated('2021-03-05', '2021-03-10')], 'passed'],
  ['published before it was made', [dated('2026-09-14', '2026-09-01')], 'inapplicable undated'],
  ['no day of making', [document('发布日期：2026-09-14')], 'inapplicable undated'],
  ['one late of two', [dated('2026-08-03', '2026-08-04'), dated('2026-05-06', '2026-07-10')], 'failed late'],
  [
    'only the day of signing below the text',
    [document('发布日期：2026-09-14', '<p>2026年5月6日</p>')],
    'inapplicable undated',
  ],
  ['no day of the month', [dated('2026年3月', '2026-09-14')], 'inapplicable undated'],
  ['nothing followed', [], 'inapplicable undated'],
])('%s', (_what, entryPages, want) => {
  expect(told(ask(check, { entryPages }))).toBe(want)
})

it('quotes both dates', () => {
  const judgement = ask(check, { entryPages: [dated('2026-05-06', '2026-07-10')] })
  expect(judgement).toMatchObject({ defects: [{ data: { count: 47, allowed: 20 } }] })
  if (judgement.outcome !== 'failed') throw new Error('not failed')
  const quotes = judgement.defects[0].evidence.map((one) => one.quote)
  expect(quotes[0]).toContain('2026-05-06')
  expect(quotes[1]).toContain('2026-07-10')
})
