import type { Problem } from '../core/errors.ts'
import type { Scoring } from './scoring.ts'
import type { SourceMap } from './source-map.ts'

/** What the scoring of a pack names and the pack does not have, or leaves out, each with its place in pack.yaml. */
export function scoringProblems(
  scoring: Scoring,
  source: SourceMap,
  sections: readonly string[],
  rules: ReadonlySet<string>,
): readonly Problem[] {
  const at = (path: readonly PropertyKey[], message: string): Problem =>
    source.problemAt(['scoring', ...path], message)
  const unknown = Object.keys(scoring.sections)
    .filter((id) => !sections.includes(id))
    .map((id) =>
      at(
        ['sections', id],
        `没有第“${id}”部分 / no section ${id}; expected one of ${sections.join(', ')}, in quotes.`,
      ),
    )
  const missing = sections
    .filter((id) => scoring.sections[id] === undefined)
    .map((id) => at(['sections'], `缺少第“${id}”部分的权重 / section ${id} has no weight; give it one.`))
  const vetoes = scoring.vetoes.flatMap((veto, index) => [
    ...veto.rules.flatMap((rule, ruleAt) =>
      rules.has(rule)
        ? []
        : [
            at(
              ['vetoes', index, 'rules', ruleAt],
              `没有规则“${rule}”/ no rule ${rule}; expected the id of a rule of the pack.`,
            ),
          ],
    ),
    ...(scoring.vetoes.findIndex((one) => one.id === veto.id) === index
      ? []
      : [at(['vetoes', index, 'id'], `“${veto.id}”重复 / this veto stands twice.`)]),
  ])
  return [...unknown, ...missing, ...vetoes]
}
