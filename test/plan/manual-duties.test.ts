import { describe, expect, it } from 'vitest'
import { attestedDuties, manualClauses, strayAttestations } from '../../src/plan/manual-duties.ts'
import type { GeneralDuty, ManualDuty } from '../../src/policy/general-duty.ts'
import type { Pack } from '../../src/policy/pack.ts'
import { day, item, packOf, registryOf } from './examples.ts'

const manual: ManualDuty = { reason: { zh: '看不出来', en: 'not seen' }, every: 'P3M' }
const duty = (id: string, rest: Partial<GeneralDuty> = {}): GeneralDuty => ({
  id,
  title: id,
  clause: '',
  owedBy: 'units',
  rules: [],
  manual,
  ...rest,
})

const pack: Pack = {
  ...packOf(
    item('1.1', { groups: ['districts'] }, { manual }),
    item('2.1', { groups: ['departments'] }),
    item('2.8', { groups: ['relevantDepartments'] }, { manual }),
  ),
  general: [duty('四(一)'), duty('四(五)', { owedBy: 'office' }), duty('五(三)1', { manual: null })],
}

describe('clauses that only a person can see', () => {
  it('are owed by every unit, or by those who owe the item; the office’s own by none', () => {
    const owed = manualClauses(pack, registryOf({}), day('2026-07-01'))
    expect(owed.map((one) => [one.clause, [...one.units].sort()])).toEqual([
      ['四(一)', ['fgw', 'qingxi']],
      ['1.1', ['qingxi']],
      ['2.8', ['fgw']],
    ])
  })

  it.each<[string, readonly string[], string, string, string | null, string | null]>([
    ['never', [], '2026-07-01', 'never', null, null],
    ['on the day itself', ['a,清溪区,四(一),张,2026-07-01,'], '2026-07-01', 'attested', 'a', '2026-10-01'],
    ['on its last day', ['a,清溪区,四(一),张,2026-07-01,'], '2026-10-01', 'attested', 'a', '2026-10-01'],
    ['a day later', ['a,清溪区,四(一),张,2026-07-01,'], '2026-10-02', 'lapsed', 'a', '2026-10-01'],
    ['at a month’s end', ['a,清溪区,四(一),张,2025-11-30,'], '2026-02-28', 'attested', 'a', '2026-02-28'],
    ['later than the day judged', ['a,清溪区,四(一),张,2026-07-02,'], '2026-07-01', 'never', null, null],
    [
      'the newest counts',
      ['b,清溪区,四(一),李,2026-06-01,', 'a,清溪区,四(一),张,2026-02-01,'],
      '2026-07-01',
      'attested',
      'b',
      '2026-09-01',
    ],
    ['of another unit', ['a,市发展改革委,四(一),张,2026-07-01,'], '2026-07-01', 'never', null, null],
    ['of another clause', ['a,清溪区,1.1,张,2026-07-01,'], '2026-07-01', 'never', null, null],
  ])('attested %s', (_when, attestations, on, state, id, until) => {
    const all = attestedDuties(pack, registryOf({ attestations }), day(on))
    const one = all.find((duty) => duty.unit === 'qingxi' && duty.clause.clause === '四(一)')
    expect([one?.state, one?.attestation?.id ?? null, one?.until]).toEqual([state, id, until])
  })

  it('attested where it is not owed is odd, and said so', () => {
    const attestations = [
      'a,清溪区,2.8,张,2026-01-01,',
      'b,清溪区,四(五),张,2026-01-01,',
      'c,清溪区,1.1,张,2026-01-01,',
    ]
    const stray = strayAttestations(pack, registryOf({ attestations }), day('2026-07-01'))
    expect(stray.map((one) => /clause: (\w)：/.exec(one)?.[1])).toEqual(['a', 'b'])
  })
})
