import type { RuleId } from '../core/ids.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Pack } from '../policy/pack.ts'

/** How the verdicts of one rule in one section of the policy ended, and what each of them counts. */
export interface Cell {
  readonly section: string
  readonly rule: RuleId
  /** Weight of the rule × weight of its severity. */
  readonly each: number
  /** The most points that the rule may cost in all sections; null = no cap. */
  readonly cap: number | null
  readonly passed: number
  readonly failed: number
  /** Neither: cannot tell, or not tested. */
  readonly open: number
}

const isIn =
  (...outcomes: readonly string[]) =>
  (verdict: Verdict) =>
    outcomes.includes(verdict.outcome)

/**
 * Counts one unit's verdicts by section and rule, in the order of the pack. Counts are whole numbers, so that the order
 * of the verdicts cannot move a score. Cells in which nothing was due are left out.
 */
export function cellsOf(verdicts: readonly Verdict[], pack: Pack): readonly Cell[] {
  const groups = new Map<string, Verdict[]>()
  for (const verdict of verdicts) {
    const key = `${pack.items.get(verdict.item)?.section ?? ''} ${verdict.rule}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [verdict])
    else group.push(verdict)
  }
  return pack.sections.flatMap(({ id }) =>
    [...pack.rules.values()].flatMap((rule): readonly Cell[] => {
      const own = groups.get(`${id} ${rule.id}`) ?? []
      const count = (...outcomes: readonly string[]): number => own.filter(isIn(...outcomes)).length
      const counts = {
        passed: count('passed'),
        failed: count('failed'),
        open: count('cantTell', 'untested'),
      }
      const each = rule.weight * pack.scoring.severities[rule.severity]
      if (counts.passed + counts.failed + counts.open === 0) return []
      return [{ section: id, rule: rule.id, each, cap: rule.cap, ...counts }]
    }),
  )
}
