import type { Pack } from '../policy/pack.ts'
import type { Arithmetic } from '../score/arithmetic.ts'
import type { UnitReport } from './audit-report.ts'

/** To a millionth: enough to reckon with, and the same on every machine. */
const fine = (value: number): number => Math.round(value * 1e6) / 1e6
const fineCap = (cap: number | null): number | null => (cap === null ? null : fine(cap))

/** The steps of a score with the titles of sections and rules. */
export function arithmeticReport(arithmetic: Arithmetic, pack: Pack): UnitReport['arithmetic'] {
  const { score: _, sections, lines, ...rest } = arithmetic
  const titles = new Map(pack.sections.map((section) => [section.id, section.title]))
  return {
    ...rest,
    passed: fine(rest.passed),
    failed: fine(rest.failed),
    unjudged: fine(rest.unjudged),
    owedWeight: fine(rest.owedWeight),
    spare: fine(rest.spare),
    capped: { value: fine(rest.capped.value), points: fine(rest.capped.points) },
    rate: fine(rest.rate),
    sections: sections.map((one) => ({
      ...one,
      title: titles.get(one.section) ?? one.section,
      value: fine(one.value),
      owed: fine(one.owed),
      passed: fine(one.passed),
      failed: fine(one.failed),
      cap: fineCap(one.cap),
    })),
    lines: lines.map((one) => ({
      ...one,
      title: pack.rules.get(one.rule)?.title ?? { zh: one.rule, en: one.rule },
      each: fine(one.each),
      value: fine(one.value),
      uncapped: fine(one.uncapped),
      cap: fineCap(one.cap),
    })),
  }
}
