import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Address, hostOf, toAddress } from '../../src/core/address.ts'
import { duties } from '../../src/plan/duties.ts'
import { controlAddress, visitProbes } from '../../src/plan/probes.ts'
import { subjects } from '../../src/plan/subjects.ts'
import type { Item } from '../../src/policy/item.ts'
import { day, item, packOf, registryOf } from './examples.ts'

const A = 'http://a.example'

describe('visitProbes', () => {
  const parts = [
    'page',
    'apply',
    'status',
    'result',
    'guide',
    'forms',
    'ask',
    'complain',
    'faq',
    'laws',
    'agency',
  ]
  const registry = registryOf({
    units: ['mzj,市民政局,,department,,,,,,', 'fgw,市发展改革委,,department,,,,,,'],
    columns: [
      `c1,mzj,2.8,规划,submitted,${A}/z,${A}/unit`,
      `c2,fgw,2.8,规划,submitted,HTTP://A.example:80/z#x,`,
      `c3,fgw,1.1,动态,submitted,${A}/z,`,
      `c4,fgw,4.1,无人承担,submitted,${A}/stray,`,
    ],
    services: [`s1,mzj,办证,${parts.map((part) => `${A}/${part}`).join(',')}`],
  })
  const groups = ['departments'] as const
  const planned = (...items: readonly Item[]) =>
    visitProbes(subjects(duties(packOf(...items), registry, day('2026-07-06'))))

  it('ask each canonical address once, sorted, as registered', () => {
    const probes = planned(item('2.8', { groups }), item('1.1', { groups }))
    expect(probes).toEqual(
      [`${A}/unit`, `${A}/z`].map((address) => ({ purpose: 'visit', origin: 'registered', address })),
    )
  })

  it('ask a service’s page, stages and registered elements', () => {
    const probes = planned(item('3.1', { groups }, { stage: 'application' }))
    expect(probes.map((probe) => probe.address)).toEqual(parts.map((part) => `${A}/${part}`).sort())
  })

  it('ask nothing where nothing is registered', () => {
    expect(planned(item('2.1', { groups }))).toEqual([])
  })
})

describe('controlAddress', () => {
  it.each([
    ['a page', '/gk/ghjh/index.html', '/gk/ghjh/portal-audit-T.html'],
    ['a page with a query', '/gk/list.jsp?id=3', '/gk/portal-audit-T.jsp'],
    ['a long extension', '/gk/list.shtml', '/gk/portal-audit-T.shtml'],
    ['a page of the front folder', '/index.aspx', '/portal-audit-T.aspx'],
    ['a folder, beside it', '/gk/ghjh/', '/gk/portal-audit-T/'],
    ['a folder of the front folder', '/gk/', '/portal-audit-T/'],
    ['the front page', '/', '/portal-audit-T.html'],
    ['the front page with a query', '/?id=1', '/portal-audit-T.html'],
    ['no extension', '/gk/detail?id=3', '/gk/portal-audit-T'],
    ['a point that starts no extension', '/gk/v1.规划', '/gk/portal-audit-T'],
    ['a session id', '/gk/list.do;jsessionid=AB.C1?id=3', '/gk/portal-audit-T.do'],
    ['Chinese folders', '/规划/x.html', '/%E8%A7%84%E5%88%92/portal-audit-T.html'],
  ])('of %s', (_name, path, wanted) => {
    const address = toAddress(`http://a.example:8080${path}`)
    expect(address && controlAddress(address, 'T')).toBe(`http://a.example:8080${wanted}`)
  })

  it('is another address for another token, on the same host, and one for the neighbours', () => {
    const one = `${A}/gk/a.html` as Address
    expect(controlAddress(one, 'T1')).not.toBe(controlAddress(one, 'T2'))
    expect(controlAddress(one, 'T')).toBe(controlAddress(`${A}/gk/b.html?x` as Address, 'T'))
  })

  it('is canonical and stays on the host, whatever the address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const address = toAddress(url)
        if (address === null) return
        const control = controlAddress(address, '0a1b')
        expect(toAddress(control)).toBe(control)
        expect(hostOf(control)).toBe(hostOf(address))
        expect(control).toContain('portal-audit-0a1b')
        expect(control).not.toContain('?')
      }),
    )
  })
})
