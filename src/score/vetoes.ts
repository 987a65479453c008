import type { RuleId } from '../core/ids.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Pack } from '../policy/pack.ts'
import type { VetoMet } from './scorecard.ts'

/** Failed columns, addresses or services under these rules, each counted once. */
const failuresOf = (verdicts: readonly Verdict[], rules: readonly RuleId[]): number =>
  new Set(
    verdicts
      .filter((verdict) => verdict.outcome === 'failed' && rules.includes(verdict.rule))
      .map((verdict) => `${verdict.item} ${verdict.subject.key}`),
  ).size

/** The vetoes that one unit's verdicts meet: one failure of a rule of severity `veto`, or as many as the pack's vetoes say. */
export function vetoesOf(verdicts: readonly Verdict[], pack: Pack): readonly VetoMet[] {
  const severe = [...pack.rules.values()]
    .filter((rule) => rule.severity === 'veto')
    .map(({ id, title }) => ({ id, title, rules: [id], failures: 1 }))
  return [...severe, ...pack.scoring.vetoes].flatMap(({ id, title, rules, failures }) => {
    const found = failuresOf(verdicts, rules)
    return found >= failures ? [{ id, title, found, failures }] : []
  })
}
