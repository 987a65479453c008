import { expect, it } from 'vitest'
import { registrations } from '../../src/judge/registration.ts'
import { duties } from '../../src/plan/duties.ts'
import { subjects } from '../../src/plan/subjects.ts'
import { day, item, packOf, registryOf } from '../plan/examples.ts'

const A = 'http://a.example'
const unit = (id: string): string => `${id},${id},,district,http://${id}.example/,,,,,`
const column = (id: string, of: string, item: string, own: string, portal = ''): string =>
  [id, of, item, id, portal === '' ? 'linked' : 'submitted', portal, own].join(',')

const judgedAs = (columns: readonly string[]) => {
  const registry = registryOf({ units: [unit('a'), unit('b')], columns })
  const pack = packOf(...['2.8', '2.10'].map((id) => item(id, { groups: ['districts'] })))
  const all = subjects(duties(pack, registry, day('2026-11-16')))
  const registration = registrations(all)
  return all.flatMap((one) => {
    if (one.kind !== 'column') return []
    const { isFrontPage, duties: found } = registration(one, one.address)
    return [`${one.column.id}: ${found.map((duty) => duty.item).join(' ')}${isFrontPage ? ' front' : ''}`]
  })
}

it.each([
  [
    'one address, two duties',
    [column('x', 'a', '2.8', `${A}/l`), column('y', 'a', '2.10', `${A}/l`)],
    ['x: 2.8 2.10', 'y: 2.8 2.10'],
  ],
  [
    'another letter case',
    [column('x', 'a', '2.8', `${A}/l?c=A`), column('y', 'a', '2.10', `${A}/l?c=a`)],
    ['x: 2.8', 'y: 2.10'],
  ],
  [
    'another unit',
    [column('x', 'a', '2.8', `${A}/l`), column('y', 'b', '2.10', `${A}/l`)],
    ['x: 2.8', 'y: 2.10'],
  ],
  ['the front page', [column('x', 'a', '2.8', 'https://www.a.example/index.html')], ['x: 2.8 front']],
  [
    'a page of the front by its parameter',
    [column('x', 'a', '2.8', `${A}/?sid=0123456789abcdef0123`)],
    ['x: 2.8'],
  ],
  ['the portal’s front page', [column('x', 'a', '2.8', '', 'http://portal.example/')], ['x: 2.8 front']],
  ['the front page of another host', [column('x', 'a', '2.8', 'http://zw.a.example/')], ['x: 2.8']],
])('%s', (_what, columns, want) => {
  expect(judgedAs(columns)).toEqual(want)
})
