import { describe, expect, it } from 'vitest'
import { movesOn } from '../../src/registry/moves.ts'
import { day } from '../plan/examples.ts'
import { address } from '../support/check-cases.ts'
import { filesOf, read } from './files.ts'

const OLD = 'http://old.example'
const NEW = 'https://new.example'
const notice = (
  covers: string,
  newAddress: string,
  { kind = 'address', unit = 'qingxi', from = '2026-11-10', to = '2026-11-20', id = 'n' } = {},
): string => `${id},${unit},${kind},${from},${to},${covers},${newAddress},调整`
const domain = (covers: string, newAddress: string, rest = {}): string =>
  notice(covers, newAddress, { kind: 'domain', ...rest })

const moves = (notices: readonly string[], on = '2026-11-16') =>
  movesOn(read(filesOf({ notices })).notices, day(on))

describe('an address moves', () => {
  it.each<[string, readonly string[], string, string]>([
    ['by a change of address', [notice(`${OLD}/a`, `${NEW}/b`)], `${OLD}/a`, `${NEW}/b`],
    ['by a redesign', [notice(`${OLD}/a`, `${NEW}/b`, { kind: 'redesign' })], `${OLD}/a`, `${NEW}/b`],
    ['by a change of domain', [domain(`${OLD}/a`, `${NEW}/b`)], `${OLD}/a`, `${NEW}/b`],
    ['with its host', [domain('old.example', `${NEW}/`)], `${OLD}/a/l.jsp?id=3`, `${NEW}/a/l.jsp?id=3`],
    ['with its host, https', [domain('old.example', `${NEW}/`)], 'https://old.example//a', `${NEW}//a`],
    ['with its host, an empty query', [domain('old.example', `${NEW}/`)], `${OLD}/a?`, `${NEW}/a?`],
    ['to a site on a port', [domain('old.example', `${NEW}:8443/`)], `${OLD}/a`, `${NEW}:8443/a`],
    [
      'by itself before its host',
      [domain('old.example', `${NEW}/`), notice(`${OLD}/a`, `${NEW}/b`, { id: 'm' })],
      `${OLD}/a`,
      `${NEW}/b`,
    ],
  ])('%s', (_what, notices, from, to) => {
    expect(moves(notices).to('qingxi', address(from))).toBe(to)
    expect(
      moves(notices)
        .from('qingxi', address(to))
        .map((one) => one.replace('https://old', 'http://old')),
    ).toContain(from.replace('https://old', 'http://old'))
  })
})

describe('an address stays', () => {
  const move = notice(`${OLD}/a`, `${NEW}/b`)
  it.each<[string, readonly string[], string, string?]>([
    ['another address', [move], `${OLD}/a/`],
    ['the day before', [move], `${OLD}/a`, '2026-11-09'],
    ['the day after', [move], `${OLD}/a`, '2026-11-21'],
    ['another unit’s notice', [notice(`${OLD}/a`, `${NEW}/b`, { unit: 'fgw' })], `${OLD}/a`],
    ['no new address', [notice(`${OLD}/a`, '')], `${OLD}/a`],
    ['an outage', [notice(`${OLD}/a`, `${NEW}/b`, { kind: 'outage' })], `${OLD}/a`],
    ['maintenance', [notice(`${OLD}/a`, `${NEW}/b`, { kind: 'maintenance' })], `${OLD}/a`],
    ['everything of the unit', [domain('', `${NEW}/`)], `${OLD}/a`],
    ['a host in redesign', [notice('old.example', `${NEW}/`, { kind: 'redesign' })], `${OLD}/a`],
    ['a host, to a page', [domain('old.example', `${NEW}/portal/`)], `${OLD}/a`],
    ['a host, to a page by its parameter', [domain('old.example', `${NEW}/?site=3`)], `${OLD}/a`],
    ['another host', [domain('old.example', `${NEW}/`)], 'http://www.old.example/a'],
    ['a port of the host', [domain('old.example', `${NEW}/`)], 'http://old.example:8080/a'],
    ['to itself', [notice(`${OLD}/a`, `${OLD}/a`)], `${OLD}/a`],
    ['two notices, two addresses', [move, notice(`${OLD}/a`, `${NEW}/c`, { id: 'm' })], `${OLD}/a`],
  ])('%s', (_what, notices, at, on) => {
    expect(moves(notices, on).to('qingxi', address(at))).toBeNull()
  })
})
