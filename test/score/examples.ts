import type { Outcome, Severity } from '../../src/core/outcome.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import type { Item } from '../../src/policy/item.ts'
import type { Pack } from '../../src/policy/pack.ts'
import type { Rule } from '../../src/policy/rule.ts'
import type { Scoring } from '../../src/policy/scoring.ts'
import { item, packOf as packOfItems } from '../plan/examples.ts'

export const SECTIONS = ['1', '2', '3']

/** A rule for every item: what it weighs, its cap, how grave it is. */
export const rule = (
  id: string,
  weight: number,
  cap: number | null = null,
  severity: Severity = 'serious',
): Rule => ({
  id,
  check: id,
  title: { zh: id, en: id },
  items: ['1.1', '2.1', '3.1'],
  options: {},
  severity,
  weight,
  cap,
  basis: '',
})

const items: readonly Item[] = SECTIONS.map((section) => item(`${section}.1`, {}))

const SCORING: Scoring = {
  severities: { minor: 1, serious: 1, critical: 1, veto: 1 },
  sections: Object.fromEntries(SECTIONS.map((id) => [id, { weight: 1, cap: null }])),
  minimumWeight: 0,
  vetoes: [],
  grades: [
    { id: 'good', name: { zh: '好', en: 'good' }, from: 60 },
    { id: 'bad', name: { zh: '差', en: 'bad' }, from: 0 },
  ],
  minimumCoverage: 0.5,
}

/** A pack of three sections with one item each. */
export const packOf = (rules: readonly Rule[], scoring: Partial<Scoring> = {}): Pack => ({
  ...packOfItems(...items),
  sections: SECTIONS.map((id) => ({ id, title: `第${id}部分` })),
  rules: new Map(rules.map((one) => [one.id, one])),
  scoring: { ...SCORING, ...scoring },
})

let serial = 0
/** A verdict about a subject of its own, in section 1 unless another item is named. */
export const verdict = (
  ruleId: string,
  outcome: Outcome,
  { unit = 'u', item: itemId = '1.1', fault = `f${serial++}` } = {},
): Verdict => ({
  rule: ruleId,
  check: ruleId,
  unit,
  item: itemId,
  subject: { kind: 'column', key: `c${serial++}`, label: '', address: null },
  outcome,
  reason: outcome === 'passed' || outcome === 'failed' ? null : { message: 'm', data: {} },
  findings:
    outcome === 'failed'
      ? [{ fingerprint: fault, fault, message: 'm', data: {}, address: null, evidence: [] }]
      : [],
})

/** Several verdicts alike. */
export const many = (
  count: number,
  ruleId: string,
  outcome: Outcome,
  where: { unit?: string; item?: string } = {},
) => Array.from({ length: count }, () => verdict(ruleId, outcome, where))
