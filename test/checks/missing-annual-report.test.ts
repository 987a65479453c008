import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { missingAnnualReport } from '../../src/checks/missing-annual-report.ts'
import { ask, landing, told } from '../support/check-cases.ts'

const check = anyCheck(missingAnnualReport)
const OPTIONS = { by: '03-31', titled: '年度报告|年报' }

const years = (...named: readonly number[]) =>
  landing(
    `<title>年度报告</title><ul class="list">${named.map((year) => `<li><a href="/d/${year}.html">${year}年政府信息公开工作年度报告</a><span>${year + 1}-03-20</span></li>`).join('')}</ul>`,
  )

it.each([
  ['this spring’s', years(2025, 2024, 2023), 'passed'],
  ['not there', years(2024, 2023, 2022), 'failed missing'],
  [
    'a page that is the report',
    landing(`<title>2025年政府信息公开年度报告</title><p>${'内容'.repeat(200)}</p>`),
    'passed',
  ],
  [
    'a page that is another report',
    landing(`<title>2024年政府信息公开年度报告</title><p>${'内容'.repeat(200)}</p>`),
    'cantTell no-list',
  ],
])('%s', (_what, where, want) => {
  expect(told(ask(check, { landing: where }, OPTIONS))).toBe(want)
})
