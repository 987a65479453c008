import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport, UnitReport } from '../../src/report/audit-report.ts'
import type { CaseReport } from '../../src/report/case-shape.ts'
import type { CircularInput } from '../../src/report/circular/circular-input.ts'
import type { Circular } from '../../src/report/circular/circular-shape.ts'
import type { DocumentTemplates } from '../../src/report/document-templates.ts'
import {
  circularOf,
  earlierPeriod,
  inputOf,
  linesOf,
  OFFICE,
  sixUnits,
  templates,
} from '../support/printed-city.ts'
import { casesOf, sealedPeriod } from '../support/sealed-period.ts'

let report: AuditReport
let texts: DocumentTemplates

beforeAll(async () => {
  report = await sixUnits()
  texts = await templates()
})

const november = (change = {}) => sealedPeriod(report, '2026-11', change)
const everyUnit = (change: Partial<UnitReport>): AuditReport => ({
  ...report,
  units: report.units.map((unit) => ({ ...unit, ...change })),
})
const firstUnit = (change: Partial<UnitReport>): AuditReport => ({
  ...report,
  units: report.units.map((unit, at) => (at === 0 ? { ...unit, ...change } : unit)),
})
const incomplete = { complete: false, rank: null, grade: null, score: 99 } as const

/** Cases of October: of each unit the first one mended, the second one late, the others not looked at again. */
function octoberCases(change: (one: CaseReport, at: number) => Partial<CaseReport>): readonly CaseReport[] {
  return casesOf(earlierPeriod(report)).map((one, at) => ({ ...one, ...change(one, at) }))
}
const rechecked = (result: 'fixed' | 'notFixed' | 'notRechecked') => ({
  lastRecheck: { on: '2026-11-20', result },
})
const fixed = {
  state: 'closed',
  closedBecause: 'fixed',
  closedOn: '2026-11-20',
  ...rechecked('fixed'),
} as const
const upheld = {
  state: 'closed',
  closedBecause: 'appeal-upheld',
  closedOn: '2026-11-20',
  appeal: { on: '2026-11-01', reason: '已公开', state: 'upheld' },
} as const
const pending = {
  overdueWorkdays: 9,
  appeal: { on: '2026-11-01', reason: '已公开', state: 'pending' },
} as const
const late = { overdueWorkdays: 9, ...rechecked('notFixed') }

const mixed = (_: CaseReport, at: number): Partial<CaseReport> =>
  [fixed, late, rechecked('notRechecked'), upheld, pending][at % 5] ?? {}

const withOctober = (cases: readonly CaseReport[]): CircularInput =>
  inputOf(november({ cases }), { earlier: [earlierPeriod(report)] })

describe('the circular in words', () => {
  it.each<[string, () => CircularInput, readonly string[], readonly string[]]>([
    [
      'a first period',
      () => inputOf(november()),
      [
        '云川市人民政府办公厅文件',
        '云政办函〔2026〕9号',
        '2026年11月门户网站内容保障\n检查情况的通报',
        '全部完成检查',
        '本期为首次通报，无上期数据可比。',
        '于2026年12月9日前（10个工作日内）完成整改',
        '云川市人民政府办公厅 2026年11月26日',
        '附件1 2026年11月单位得分排名',
      ],
      ['复查情况', '逾期未完成整改的单位', '更正', '较上期持平'],
    ],
    [
      'without problems',
      () =>
        inputOf(
          sealedPeriod(
            { ...everyUnit({ findings: [] }), totals: { ...report.totals, findings: 0, faults: 0 } },
            '2026-11',
          ),
        ),
      ['本期检查未发现应予通报的问题。', '继续做好内容保障工作'],
      ['问题清单', '限期整改'],
    ],
    [
      'an incomplete unit, which nobody ranks or praises',
      () => inputOf(sealedPeriod(firstUnit(incomplete), '2026-11')),
      ['5个单位完成检查并参加排名', '因可判定的内容不足60.0%，本期不参加排名，也不评定等级。'],
      ['99.00分'],
    ],
    [
      'nobody complete',
      () => inputOf(sealedPeriod(everyUnit(incomplete), '2026-11')),
      ['本期各单位可判定的内容均不足，不排名，不评定等级。'],
      ['得分排名', '较好的单位'],
    ],
    [
      'a unit with a veto',
      () =>
        inputOf(
          sealedPeriod(
            firstUnit({
              grade: { id: 'vetoed', name: { zh: '单项否决', en: 'vetoed' } },
              vetoes: [{ id: 'v', title: { zh: '空白栏目过多', en: 'blank' }, found: 6, failures: 5 }],
            }),
            '2026-11',
          ),
        ),
      ['不合格1个：', '（空白栏目过多）', '单项否决1个'],
      [],
    ],
    [
      'an erratum',
      () =>
        inputOf(
          november({
            edition: 2,
            replaces: { edition: 1, document: 'abcdef0123456789'.repeat(4), reason: '一项申诉成立' },
          }),
        ),
      ['检查情况的通报（更正）', '更正并替代第1版（文件校验码abcdef0123456789）', '更正原因：一项申诉成立。'],
      [],
    ],
    [
      'a period before, with cases of every standing',
      () => withOctober(octoberCases(mixed)),
      [
        '对2026年10月通报的',
        '未能复查',
        '申诉处理中',
        '经申诉或复核撤销，不计入',
        '逾期未完成整改，名单见附件4',
        '进步较大',
      ],
      ['首次通报'],
    ],
    [
      'a period past the calendar',
      () => inputOf(november({ dueOn: null })),
      ['自问题确认之日起10个工作日内完成整改'],
      [],
    ],
    ['no number yet', () => inputOf(november(), { number: null }), ['云政办函〔2026〕　号'], []],
    [
      'an office with a contact and copies',
      () =>
        inputOf(november(), {
          office: { ...OFFICE, contactPerson: '王敏', contactTelephone: '0571-8888', copyTo: '市委办公厅' },
        }),
      ['（联系人：王敏，联系电话：0571-8888）', '市委办公厅 | 云川市人民政府办公厅 | 2026年11月26日'],
      [],
    ],
    [
      'other rules than last time',
      () =>
        inputOf(november(), {
          earlier: [earlierPeriod({ ...report, pack: { ...report.pack, hash: 'other' } })],
        }),
      ['两期所用检查规则的版本不同，得分仅供参考'],
      [],
    ],
  ])('%s', (_what, input, present, absent) => {
    const words = linesOf(texts.circular(circularOf(input())))
    for (const text of present) expect(words).toContain(text)
    for (const text of absent) expect(words).not.toContain(text)
    expect(words).not.toMatch(/undefined|\[object |NaN|null|\{\{/)
  })

  it('lets no word of a page become markup', () => {
    const evil = '# 一\n!attachment x | y | {@list} **z** \\'
    const hurt = firstUnit({ name: evil })
    const blocks = texts.circular(circularOf(inputOf(sealedPeriod(hurt, '2026-11'))))
    const table = blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' && table.rows[0]?.[1]).toEqual([
      { text: evil.replace('\n', ' '), strong: false },
    ])
    expect(blocks.filter((block) => block.kind === 'attachment')).toHaveLength(4)
  })
})

describe('the numbers of the circular', () => {
  const counted = (cases: readonly CaseReport[]): Circular => circularOf(withOctober(cases))

  it('counts rechecked cases; what could not be told, or was withdrawn, is in no rate', () => {
    const { last } = counted(octoberCases(mixed)).recheck
    const of = (rest: number): number =>
      casesOf(earlierPeriod(report)).filter((_, at) => at % 5 === rest).length
    expect(last).toEqual({
      cases: casesOf(earlierPeriod(report)).length - of(3),
      fixed: of(0),
      notFixed: of(1),
      notRechecked: of(2),
      withdrawn: of(3),
      appealed: of(4),
      rate: Math.round((of(0) / (of(0) + of(1))) * 10_000) / 10_000,
    })
  })

  it('has no rate where nothing could be looked at again', () => {
    expect(counted(octoberCases(() => rechecked('notRechecked'))).recheck.last?.rate).toBeNull()
  })

  it('names as late who is overdue, not who appeals or cannot be counted', () => {
    const [first] = octoberCases(() => late)
    const of = (change: Partial<CaseReport>) => counted([{ ...(first as CaseReport), ...change }]).late
    expect(of({})).toMatchObject([{ unit: first?.unit, cases: 1, overdueWorkdays: 9, unanswered: 1 }])
    expect(of(pending)).toEqual([])
    expect(of({ overdueWorkdays: null })).toEqual([])
    expect(of({ overdueWorkdays: 0 })).toEqual([])
  })

  it('praises nobody who is late', () => {
    const praised = counted(octoberCases(() => fixed)).commended
    expect(praised.length).toBeGreaterThan(0)
    expect(praised.every(({ reasons }) => reasons.length > 0)).toBe(true)
    const lateCases = octoberCases(() => late)
    const names = new Set(lateCases.map((one) => one.unit))
    expect(counted(lateCases).commended.filter(({ unit }) => names.has(unit))).toEqual([])
  })

  it('shows every finding once, and in its kind', () => {
    const { list, problems, scope } = counted([])
    expect(list).toHaveLength(scope.findings)
    expect(problems.reduce((sum, kind) => sum + kind.findings, 0)).toBe(scope.findings)
    for (const kind of problems) {
      expect(kind.units.reduce((sum, unit) => sum + unit.findings, 0)).toBe(kind.findings)
      expect(list.map((one) => one.fingerprint)).toContain(kind.example.fingerprint)
    }
  })

  it('is the same for the same periods', () => {
    const input = withOctober(octoberCases(mixed))
    expect(JSON.stringify(circularOf(input))).toBe(JSON.stringify(circularOf(input)))
  })
})
