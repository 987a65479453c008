import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { logGap } from '../../src/checks/log-gap.ts'
import type { CallingPage, LogFact } from '../../src/facts/facts.ts'
import { address, ask, HERE, response, told } from '../support/check-cases.ts'

const check = anyCheck(logGap)
const LOG = 'http://tongji.example/log.js?site=1'
const OPTIONS = { beacon: ['//tongji\\.', '/stat/hit\\?'] }
const page = (calls: readonly string[], ...scripts: readonly (string | null)[]): CallingPage => ({
  address: HERE,
  observation: response(200),
  calls,
  scripts: scripts.map((text, at) => ({ address: address(`http://a.example/${at}.js`), text })),
})
const counted = page([LOG])
const bare = page(['http://cdn.example/jquery.js'])
const NOW = Date.UTC(2026, 10, 16, 4)
const heartbeat = (hours: number | null): LogFact['heartbeat'] => ({
  observation: { ...response(200), observedAt: NOW },
  last: hours === null ? null : { at: NOW - hours * 3_600_000, quote: '2026-11-16' },
})

describe('the pages of a unit’s site', () => {
  it.each<[string, Omit<LogFact, 'calledInRun'>, string]>([
    ['all counted', { pages: [counted, counted, counted], heartbeat: null }, 'passed'],
    [
      'counted by the other pattern',
      { pages: [page(['/stat/hit?x'])].concat(counted, counted), heartbeat: null },
      'passed',
    ],
    [
      'counted by a script file',
      { pages: [1, 2, 3].map(() => page([], `var u='${LOG}'`)), heartbeat: null },
      'passed',
    ],
    ['none counted', { pages: [bare, bare, bare], heartbeat: null }, 'failed absent'],
    [
      'none counted, script files read',
      { pages: [1, 2, 3].map(() => page([], 'menu()')), heartbeat: null },
      'failed absent',
    ],
    [
      'script files unread',
      { pages: [1, 2, 3].map(() => page([], null)), heartbeat: null },
      'cantTell too-few',
    ],
    ['some not counted', { pages: [counted, counted, bare], heartbeat: null }, 'failed partial'],
    ['one of six not counted', { pages: [...Array(5).fill(counted), bare], heartbeat: null }, 'passed'],
    ['two pages only', { pages: [bare, bare], heartbeat: null }, 'cantTell too-few'],
    [
      'counted, and a log of this hour',
      { pages: [counted, counted, counted], heartbeat: heartbeat(1) },
      'passed',
    ],
    [
      'counted, and a log of yesterday',
      { pages: [counted, counted, counted], heartbeat: heartbeat(30) },
      'passed',
    ],
    [
      'counted, and a log of last week',
      { pages: [counted, counted, counted], heartbeat: heartbeat(170) },
      'failed silent',
    ],
    [
      'neither counted nor logged',
      { pages: [bare, bare, bare], heartbeat: heartbeat(170) },
      'failed absent silent',
    ],
    [
      'a log without times',
      { pages: [counted, counted, counted], heartbeat: heartbeat(null) },
      'cantTell heartbeat-unread',
    ],
  ])('%s', (_what, log, want) => {
    expect(told(ask(check, { log: { ...log, calledInRun: ['http://x.example/', LOG] } }, OPTIONS))).toBe(want)
  })

  it('are accused by no pattern that fits nothing in the whole run', () => {
    const log = { pages: [bare, bare, bare], heartbeat: null, calledInRun: bare.calls }
    expect(told(ask(check, { log }, OPTIONS))).toBe('cantTell unproven')
  })

  it('takes no pattern that is none', () => {
    expect(logGap.options.safeParse({ beacon: ['(('] }).success).toBe(false)
  })
})
