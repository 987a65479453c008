import type { Problem } from '../core/errors.ts'
import type { CheckId } from '../core/ids.ts'
import type { Bilingual } from '../core/message.ts'
import type { Rule } from './rule.ts'
import type { SourceMap } from './source-map.ts'

/**
 * What the findings of each check that is applied are called together: as `checkTitles` of pack.yaml says, else as the
 * first of its rules is called. A title of a check that no rule applies is a problem.
 */
export function checkTitlesOf(
  given: Readonly<Record<CheckId, Bilingual>>,
  rules: ReadonlyMap<string, Rule>,
  source: SourceMap,
  problems: Problem[],
): ReadonlyMap<CheckId, Bilingual> {
  const titles = new Map<CheckId, Bilingual>()
  for (const { check, title } of rules.values())
    if (!titles.has(check)) titles.set(check, given[check] ?? title)
  for (const check of Object.keys(given)) {
    if (titles.has(check)) continue
    const message = `没有规则使用检查“${check}”/ no rule applies the check ${check}; name one that a rule applies.`
    problems.push(source.problemAt(['checkTitles', check], message))
  }
  return titles
}
