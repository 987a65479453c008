import { expect, it } from 'vitest'
import { moveNotes } from '../../src/app/move-notes.ts'
import { day } from '../plan/examples.ts'
import { filesOf, read } from '../registry/files.ts'

const OLD = 'http://old.example'
const units = [
  `qingxi,清溪区,,district,${OLD}/,,,,,`,
  'bo,原某局,,department,,,2026-01-31,ju,,',
  'ju,某局,,department,,,,,,',
]
const columns = [
  `x,清溪区,2.8,规划,linked,,${OLD}/list`,
  `y,qingxi,2.8,计划,linked,,${OLD}/list/2`,
  `z,bo,2.8,规划,linked,,${OLD}/list`,
]
const services = [`s,qingxi,居住证办理,,,,,${OLD}/guide,,,,,,`]
const notice = (unit: string, kind: string, covers: string, to: string, end = '2026-11-20'): string =>
  `n,${unit},${kind},2026-11-10,${end},${covers},${to},调整`

const notes = (one: string): readonly string[] => {
  const registryFiles = filesOf({ units, columns, services, notices: [one] })
  return moveNotes({ registry: read(registryFiles), registryFiles }, day('2026-11-16'))
}

it.each<[string, string, readonly string[]]>([
  [
    'a column',
    notice('qingxi', 'address', `${OLD}/list`, 'http://new.example/zw'),
    ['columns.csv:2:unit_address'],
  ],
  [
    'a column of a unit that another took over',
    notice('ju', 'address', `${OLD}/list`, 'http://new.example/zw'),
    ['columns.csv:4:unit_address'],
  ],
  [
    'all of a host',
    notice('qingxi', 'domain', 'old.example', 'http://new.example/'),
    [
      'units.csv:2:site',
      'columns.csv:2:unit_address',
      'columns.csv:3:unit_address',
      'services.csv:2:guide_address',
    ],
  ],
  ['no longer', notice('qingxi', 'address', `${OLD}/list`, 'http://new.example/zw', '2026-11-15'), []],
  ['nothing registered there', notice('qingxi', 'address', `${OLD}/other`, 'http://new.example/zw'), []],
])('%s', (_what, one, want) => {
  expect(notes(one).map((note) => note.split(': ')[0])).toEqual(want)
})

it('says where to', () => {
  const [note] = notes(notice('qingxi', 'address', `${OLD}/list`, 'http://new.example/zw'))
  expect(note).toContain(`“${OLD}/list”: 已报备迁移到 http://new.example/zw`)
})
