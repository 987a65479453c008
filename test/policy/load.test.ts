import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { InputError } from '../../src/core/errors.ts'
import { loadPack } from '../../src/policy/load.ts'

const checks = new Map([
  ['stale-column', { options: z.strictObject({ period: z.string(), grace: z.number().default(0) }) }],
])

const PACK = `id: p
version: '1'
title: 规则
source: 意见
scoring:
  severities: { minor: 1, serious: 2, critical: 3, veto: 3 }
  sections:
    '2': { weight: 40 }
  vetoes:
    - { id: blank, title: { zh: 空白, en: blank }, rules: [stale], failures: 5, basis: 意见 }
  grades:
    - { id: good, name: { zh: 好, en: good }, from: 60 }
    - { id: bad, name: { zh: 差, en: bad }, from: 0 }
  minimumCoverage: 0.5
rules:
  - id: stale
    check: stale-column
    title: { zh: 陈旧, en: stale }
    items: ['2.*']
    options: { period: P14D }
    severity: minor
    weight: 1
    basis: 意见
`

const SECTION = `section:
  id: '2'
  title: 信息公开
items:
  - id: '2.1'
    title: 公开
    clause: 1.公开。
    owedBy: { groups: [departments] }
    maintenance: submitted
    cadences:
      - { kind: every, period: P6M, source: 意见 }
  - id: '2.10'
    title: 资金
    clause: 10.资金。
    owedBy: { units: [市财政局] }
    maintenance: linked
`

const load = (pack: string, section: string) =>
  loadPack(
    [
      { name: 'pack.yaml', text: pack },
      { name: '2.yaml', text: section },
    ],
    checks,
    'hash',
  )

describe('loadPack', () => {
  it('reads a pack, expands items and fills options in', () => {
    const pack = load(PACK, SECTION)
    expect([...pack.items.keys()]).toEqual(['2.1', '2.10'])
    expect(pack.rules.get('stale')).toMatchObject({
      items: ['2.1', '2.10'],
      options: { period: 'P14D', grace: 0 },
      cap: null,
    })
    expect(pack.items.get('2.1')).toMatchObject({ section: '2', stage: null })
  })

  it('calls the findings of a check as pack.yaml says, else as its rule', () => {
    const title = 'checkTitles: { stale-column: { zh: 未更新, en: not renewed } }\nrules:'
    expect(load(PACK, SECTION).checkTitles.get('stale-column')?.en).toBe('stale')
    expect(load(PACK.replace('rules:\n', `${title}\n`), SECTION).checkTitles.get('stale-column')?.en).toBe(
      'not renewed',
    )
  })

  it.each<[string, 'pack' | 'section', string, string, RegExp]>([
    [
      'a title for a check that no rule applies',
      'pack',
      'rules:\n',
      'checkTitles: { old-column: { zh: 陈旧, en: old } }\nrules:\n',
      /^pack\.yaml:15:28: checkTitles\.old-column: .*no rule applies/,
    ],
    ['a syntax error', 'pack', 'rules:', 'rules: [', /^pack\.yaml:\d+:\d+: .*not valid YAML/],
    ['a doubled key', 'pack', 'title: 规则', 'title: 规则\ntitle: 又', /^pack\.yaml:4:1: .*unique/],
    [
      'an unknown key',
      'pack',
      'weight: 1',
      'weight: 1\n    wieght: 2',
      /^pack\.yaml:\d+:\d+: rules\[0\]\.wieght: .*unknown key/,
    ],
    ['a number as text', 'pack', 'weight: 1', 'weight: heavy', /^pack\.yaml:22:13: rules\[0\]\.weight: /],
    ['a weight of nothing', 'pack', 'weight: 1', 'weight: 0', /rules\[0\]\.weight/],
    [
      'an unknown severity',
      'pack',
      'severity: minor',
      'severity: grave',
      /^pack\.yaml:21:15: rules\[0\]\.severity: /,
    ],
    [
      'an unknown check',
      'pack',
      'check: stale-column',
      'check: old-column',
      /^pack\.yaml:17:12: rules\[0\]\.check: .*old-column.*expected one of stale-column/,
    ],
    [
      'an unknown item',
      'pack',
      "items: ['2.*']",
      "items: ['2.9']",
      /^pack\.yaml:19:13: rules\[0\]\.items\[0\]: .*2\.9/,
    ],
    [
      'a bad option',
      'pack',
      'period: P14D',
      'period: 14',
      /^pack\.yaml:20:24: rules\[0\]\.options\.period: /,
    ],
    [
      'an option that the check does not know',
      'pack',
      'period: P14D',
      'period: P14D, days: 3',
      /rules\[0\]\.options/,
    ],
    ['grades that go up', 'pack', 'from: 60', 'from: -1', /scoring\.grades/],
    ['a last grade above nothing', 'pack', 'from: 0', 'from: 10', /scoring\.grades: .*start at 0/],
    [
      'a weight of nothing',
      'pack',
      'weight: 40',
      'weight: 0',
      /^pack\.yaml:8:20: scoring\.sections\.2\.weight: .*above 0/,
    ],
    [
      'a weight for no section',
      'pack',
      "'2': {",
      "'9': {",
      /^pack\.yaml:8:10: scoring\.sections\.9: .*no section 9/,
    ],
    [
      'a section without a weight',
      'pack',
      "'2': {",
      "'9': {",
      /scoring\.sections: .*section 2 has no weight/,
    ],
    [
      'a cap that caps nothing',
      'pack',
      'weight: 40',
      'weight: 40, cap: 41',
      /^pack\.yaml:8:29: scoring\.sections\.2\.cap: /,
    ],
    [
      'an unknown severity’s weight',
      'pack',
      'minor: 1',
      'light: 1',
      /pack\.yaml:6:24: scoring\.severities\.light: .*unknown key/,
    ],
    [
      'graver for less',
      'pack',
      'serious: 2',
      'serious: 5',
      /^pack\.yaml:6:15: scoring\.severities: .*graver/,
    ],
    [
      'a veto by no rule',
      'pack',
      'rules: [stale]',
      'rules: [fresh]',
      /^pack\.yaml:10:58: scoring\.vetoes\[0\]\.rules\[0\]: .*no rule fresh/,
    ],
    [
      'a veto by nothing',
      'pack',
      'failures: 5',
      'failures: 0',
      /^pack\.yaml:10:\d+: scoring\.vetoes\[0\]\.failures: /,
    ],
    ['two grades of one id', 'pack', 'id: bad', 'id: good', /scoring\.grades: .*same id/],
    ['a doubled item', 'section', "'2.10'", "'2.1'", /^2\.yaml:12:9: items\[1\]\.id: .*twice/],
    [
      'an item id that YAML takes for a number',
      'section',
      "'2.10'",
      '2.10',
      /^2\.yaml:12:9: items\[1\]\.id: /,
    ],
    ['an item of another section', 'section', "'2.10'", "'3.10'", /items\[1\]\.id: .*section 2/],
    ['an item that nobody owes', 'section', '{ units: [市财政局] }', '{}', /items\[1\]\.owedBy: .*nobody/],
    [
      'an unknown group',
      'section',
      'departments',
      'ministries',
      /^2\.yaml:8:24: items\[0\]\.owedBy\.groups\[0\]: /,
    ],
    [
      'a bad period',
      'section',
      'P6M',
      'P6X',
      /^2\.yaml:11:32: items\[0\]\.cadences\[0\]\.period: .*ISO 8601/,
    ],
    ['an unknown maintenance', 'section', 'linked', 'mirrored', /^2\.yaml:16:18: items\[1\]\.maintenance: /],
    ['an unresolved alias', 'section', 'title: 资金', 'title: *funds', /^2\.yaml:13:\d+: /],
  ])('refuses %s', (_what, file, before, after, want) => {
    const change = (text: string) => {
      expect(text).toContain(before)
      return text.replace(before, after)
    }
    const attempt = () => (file === 'pack' ? load(change(PACK), SECTION) : load(PACK, change(SECTION)))
    expect(attempt).toThrow(InputError)
    expect(attempt).toThrow(want)
  })

  it('refuses a folder without pack.yaml', () => {
    expect(() => loadPack([{ name: '2.yaml', text: SECTION }], checks, '')).toThrow(/pack\.yaml/)
  })

  it('reports every problem at once', () => {
    const attempt = () =>
      load(PACK.replace('severity: minor', 'severity: grave'), SECTION.replace('P6M', 'P6X'))
    expect(attempt).toThrow(/severity[\s\S]*period/)
  })
})
