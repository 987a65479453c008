import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { brokenDownload } from '../../src/checks/broken-download.ts'
import type { DownloadFact } from '../../src/facts/facts.ts'
import type { DownloadState } from '../../src/facts/files/download-state.ts'
import { ask, HERE, landing, listPage, reachability, told } from '../support/check-cases.ts'

const check = anyCheck(brokenDownload)
const file = (result: DownloadState['result'], listed = true): DownloadFact => ({
  text: '申请表',
  address: HERE,
  promise: { ending: 'doc', family: 'words' },
  listed,
  on: 'visit http://a.example/',
  state: { result, type: result === 'wrong-type' ? 'pdf' : null },
  reachability: reachability(result === 'dead' ? 'dead' : 'alive'),
})

describe('every column that offers files', () => {
  it.each<[string, readonly DownloadFact[], object, string]>([
    ['all good', [file('good'), file('good')], {}, 'passed'],
    ['one dead', [file('good'), file('dead')], {}, 'failed dead'],
    ['empty and cut', [file('empty'), file('cut')], {}, 'failed empty cut'],
    ['a login page', [file('login')], {}, 'failed login'],
    ['a page that says not found', [file('not-found')], {}, 'failed not-found'],
    ['some web page', [file('page')], {}, 'failed page'],
    ['another type', [file('wrong-type')], {}, 'failed wrong-type'],
    ['one unclear beside a good one', [file('good'), file('unclear')], {}, 'passed'],
    ['nothing but unclear ones', [file('unclear')], {}, 'cantTell unsettled'],
    ['no files where files are owed', [], {}, 'cantTell none-found'],
    ['no attachments', [], { listed: false }, 'inapplicable none-found'],
    [
      'a dead listed file, attachments judged',
      [file('dead'), file('good', false)],
      { listed: false },
      'passed',
    ],
    ['a fault beyond the most', [file('good'), file('dead')], { most: 1 }, 'passed'],
  ])('%s', (_what, downloads, options, want) => {
    expect(told(ask(check, { landing: listPage('2026-11-01'), downloads }, options))).toBe(want)
  })

  it('leaves a page that is no column to other checks', () => {
    const facts = { landing: landing('<p>您访问的页面不存在</p>'), downloads: [file('dead')] }
    expect(told(ask(check, facts))).toBe('inapplicable not-a-column-page')
  })
})
