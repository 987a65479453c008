import { expect, it } from 'vitest'
import { registryNotes } from '../../src/app/registry-notes.ts'
import type { Rule } from '../../src/policy/rule.ts'
import { day, item, packOf } from '../plan/examples.ts'
import { filesOf, type Rows, read } from '../registry/files.ts'

const pack = { ...packOf(item('2.8', {})), rules: new Map([['stale-news', {} as Rule]]) }

const places = (rows: Rows, on = '2026-11-16'): readonly string[] => {
  const registryFiles = filesOf(rows)
  const notes = registryNotes({ pack, registry: read(registryFiles), registryFiles }, day(on))
  return notes.map((note) => note.split(': ')[0] ?? '')
}

const waiver = (id: string, rule: string, to: string): string =>
  `${id},qingxi,2.8,${rule},,,机构调整,市政府办公厅,,${to},0123456789abcdef`
const notice = (id: string, to: string): string => `${id},qingxi,outage,2026-11-01,${to},,,机房搬迁`

it.each<[string, Rows, readonly string[]]>([
  ['a waiver of a known rule', { waivers: [waiver('w', 'stale-news', '2026-12-31')] }, []],
  ['a waiver of every rule', { waivers: [waiver('w', '', '2026-12-31')] }, []],
  ['an unknown rule', { waivers: [waiver('w', 'stale-new', '2026-12-31')] }, ['waivers.csv:2:rule']],
  ['a waiver on its last day', { waivers: [waiver('w', '', '2026-11-16')] }, []],
  ['a waiver the day after', { waivers: [waiver('w', '', '2026-11-15')] }, ['waivers.csv:2:to']],
  [
    'both, in the third line',
    { waivers: [waiver('v', '', '2026-12-31'), waiver('w', 'x', '2025-12-31')] },
    ['waivers.csv:3:rule', 'waivers.csv:3:to'],
  ],
  ['a notice on its last day', { notices: [notice('n', '2026-11-16')] }, []],
  ['a notice the day after', { notices: [notice('n', '2026-11-15')] }, ['notices.csv:2:to']],
])('%s', (_what, rows, want) => {
  expect(places(rows)).toEqual(want)
})
