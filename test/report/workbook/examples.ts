import { readTemplates } from '../../../src/app/templates.ts'
import type { AuditReport, FindingReport, UnitReport } from '../../../src/report/audit-report.ts'
import type { CaseReport } from '../../../src/report/case-shape.ts'
import type { Labels } from '../../../src/report/labels.ts'
import type { SealedPeriod } from '../../../src/report/sealed-shape.ts'

/** The words of reports as they come with the program. */
export const labels = async (): Promise<Labels> => (await readTemplates()).labels

const hex = (number: number): string => number.toString(16).padStart(16, '0')

/** The fingerprint of the example finding with a number. */
export const print = hex

/** A finding, each with texts of its own. */
export const finding = (number: number, change: Partial<FindingReport> = {}): FindingReport => ({
  fingerprint: hex(number),
  fault: hex(number + 1),
  unit: `u${number % 46}`,
  unitName: `第${number % 46}单位`,
  item: '2.10',
  itemTitle: '专项资金',
  clause: '10.专项资金。各子网站要定期公布专项资金的安排和使用情况。',
  rule: number % 2 === 0 ? 'stale-half-year' : 'dead-address',
  check: number % 2 === 0 ? 'stale-column' : 'dead-link',
  ruleTitle:
    number % 2 === 0 ? { zh: '栏目超过半年未更新', en: 'stale' } : { zh: '网址无法访问', en: 'dead' },
  basis: '实施意见',
  severity: 'serious',
  subject: `栏目 ${number}`,
  address: `http://u${number % 46}.yunchuan.gov.example/column/list.asp?classid=${number}&page=1`,
  movement: number % 3 === 0 ? 'new' : null,
  text: {
    zh: `最近更新为 2026-04-20，已逾期 ${number} 天（更新周期 6个月，应不早于 2026-05-16）。`,
    en: `${number} days late`,
  },
  remedy: { zh: '请及时更新栏目，并核对更新周期。', en: 'Renew the column.' },
  data: {},
  seen: [
    {
      address: 'http://a.example/',
      seenAt: '2026-11-27 06:14',
      purpose: 'visit',
      chain: [`200 http://u${number % 46}.yunchuan.gov.example/column/list.asp?classid=${number}`],
      quote: '一图读懂《云川市河道管理办法》 2026-04-20',
      locator: '',
    },
  ],
  measured: hex(number + 2),
  lapsed: null,
  review: null,
  ...change,
})

const outcomes = { failed: 1, cantTell: 0, passed: 9, inapplicable: 0, untested: 0 }

const unit = (id: string, findings: readonly FindingReport[]): UnitReport => ({
  id,
  name: findings[0]?.unitName ?? id,
  kind: 'department',
  site: null,
  score: 90,
  coverage: 1,
  complete: true,
  grade: null,
  rank: 1,
  outcomes,
  arithmetic: {
    sections: [],
    lines: [],
    passed: 90,
    failed: 10,
    unjudged: 0,
    owedWeight: 20,
    minimumWeight: 20,
    spare: 0,
    capped: { value: 0, points: 0 },
    rate: 1,
    lost: 10,
  } as UnitReport['arithmetic'],
  vetoes: [],
  items: [],
  findings,
  waived: [],
  setAside: [],
  unsettled: [],
  manual: [],
  movement: null,
})

/** A report of some findings. */
export function reportOf(findings: readonly FindingReport[]): AuditReport {
  const units = new Map<string, FindingReport[]>()
  for (const one of findings) {
    const known = units.get(one.unit)
    if (known === undefined) units.set(one.unit, [one])
    else known.push(one)
  }
  const kind = (check: string, zh: string) => ({
    check,
    title: { zh, en: check },
    findings: 1,
    faults: 1,
    units: 1,
    cantTell: 0,
  })
  return {
    schema: 'portal-audit/report',
    version: 1,
    run: {
      id: '2026-11-16-abcdef',
      startedAt: '2026-11-16T01:00:00.000Z',
      asOf: '2026-11-16',
      reliable: true,
      doubts: [],
      previous: null,
    },
    city: '云川市',
    pack: { id: 'portal-content', version: '1.0.0', title: '内容保障', source: '实施意见', hash: 'h' },
    totals: {
      units: units.size,
      duties: 1,
      verdicts: 1,
      outcomes,
      findings: findings.length,
      waived: 0,
      setAside: 0,
      faults: 1,
      addresses: 1,
      requests: 1,
      averageScore: 90,
      medianScore: 90,
      coverage: 1,
    },
    grades: [],
    sections: [],
    checks: [kind('dead-link', '网址无法访问'), kind('stale-column', '栏目不更新 [2/周]')],
    movement: null,
    suspects: [],
    units: [...units].map(([id, found]) => unit(id, found)),
  }
}

/** A report of four findings, three of them decided: fixtures/workbooks/libreoffice-problems.xlsx is its workbook. */
export function reviewed(): AuditReport {
  const review = (decision: 'confirmed' | 'dismissed' | 'deferred', reason: string) => ({
    review: { decision, reviewer: '王五', reason, at: '2026-11-17 09:00', counts: true },
  })
  return reportOf([
    finding(1, review('confirmed', '')),
    finding(2, review('dismissed', '=1+1 不是公式，')),
    finding(3, review('deferred', '待 <核> & 再议')),
    finding(4),
  ])
}

/** A sealed period over a report, with a case for each finding. */
export const sealedOf = (report: AuditReport): SealedPeriod => ({
  schema: 'portal-audit/period',
  version: 1,
  period: '2026-11',
  edition: 1,
  replaces: null,
  sealedAt: '2026-11-20T02:00:00.000Z',
  sealedOn: '2026-11-20',
  sealedBy: '张三',
  registryHash: 'r',
  minimumCoverage: 0.8,
  rectificationWorkdays: 10,
  dueOn: '2026-12-04',
  warnings: [],
  cases: report.units
    .flatMap(({ findings }) => findings)
    .map(
      (one): CaseReport => ({
        id: `2026-11-${one.fingerprint}`,
        period: '2026-11',
        fingerprint: one.fingerprint,
        unit: one.unit,
        unitName: one.unitName,
        item: one.item,
        itemTitle: one.itemTitle,
        rule: one.rule,
        ruleTitle: one.ruleTitle,
        severity: one.severity,
        subject: one.subject,
        address: one.address,
        text: one.text,
        openedOn: '2026-11-20',
        dueOn: '2026-12-04',
        state: 'open',
        closedBecause: null,
        closedOn: null,
        overdueWorkdays: 0,
        lastRecheck: null,
        reply: null,
        appeal: null,
        history: [],
      }),
    ),
  report,
})
