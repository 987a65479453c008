import Table from 'cli-table3'
import type { ScoreExplanation } from '../app/explain-score.ts'
import type { Language } from '../app/write-report.ts'

type Cell = string | number
type Arithmetic = ScoreExplanation['unit']['arithmetic']

const number = (value: number | null): string => (value === null ? '-' : String(Number(value.toFixed(6))))
const percent = (share: number | null): string => (share === null ? '-' : `${(share * 100).toFixed(2)}%`)

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const made = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colAligns: head.map((_, at) => (at < 2 ? 'left' : 'right')),
  })
  for (const row of rows) made.push([...row])
  return made.toString()
}

const sectionTable = ({ sections }: Arithmetic, zh: boolean): string =>
  table(
    zh
      ? ['部分', '名称', '权重', '分值', '应查权重', '符合', '不符合', '上限', '扣分']
      : ['section', 'title', 'weight', 'value', 'owed', 'passed', 'failed', 'cap', 'points'],
    sections.map((one) => [
      one.section,
      one.title,
      number(one.weight),
      number(one.value),
      number(one.owed),
      number(one.passed),
      number(one.failed),
      number(one.cap),
      one.points.toFixed(2),
    ]),
  )

const lineTable = ({ lines }: Arithmetic, zh: boolean): string =>
  table(
    zh
      ? ['部分', '规则', '处数', '权重', '分值', '应扣', '上限', '实扣']
      : ['section', 'rule', 'failures', 'weight', 'value', 'uncapped', 'cap', 'points'],
    lines.map((one) => [
      one.section,
      zh ? `${one.title.zh} ${one.rule}` : `${one.title.en} (${one.rule})`,
      one.failures,
      number(one.each),
      number(one.value),
      number(one.uncapped),
      number(one.cap),
      one.points.toFixed(2),
    ]),
  )

/** How the rate follows from what passed, failed and reached a cap. */
function rateLines({ capped, ...one }: Arithmetic, zh: boolean): readonly string[] {
  const [p, f, u, s, r] = [one.passed, one.failed, one.unjudged, one.spare, one.rate].map(number)
  const [value, points] = [number(capped.value), number(capped.points)]
  const [owed, least] = [number(one.owedWeight), number(one.minimumWeight)]
  const small = zh
    ? `  应查权重 ${owed} 不足 ${least}：不足部分计 ${s} 分，视为符合`
    : `  owed weight ${owed} is below ${least}: the rest, ${s} points, counts as passed`
  return [
    ...(one.spare > 0 ? [small] : []),
    zh
      ? `  符合 ${p} + 不符合 ${f} + 未能判定 ${u} + 不足部分 ${s} = 100`
      : `  passed ${p} + failed ${f} + unjudged ${u} + spare ${s} = 100`,
    zh
      ? `  每 1 分不符合扣 (100 − 封顶扣分 ${points}) ÷ (${p} + ${f} + ${s} − 封顶分值 ${value}) = ${r}`
      : `  one point failed costs (100 − capped ${points}) ÷ (${p} + ${f} + ${s} − capped value ${value}) = ${r}`,
  ]
}

function endLines(
  { unit, grades, minimumCoverage }: ScoreExplanation,
  language: Language,
): readonly string[] {
  const zh = language === 'zh'
  const { score, coverage, complete, grade, vetoes, rank } = unit
  const band = grades.find((one) => one.id === grade?.id)
  const least = percent(minimumCoverage)
  const graded =
    grade === null
      ? zh
        ? '不完整，不评等级'
        : 'incomplete: no grade'
      : `${grade.name[language]}${band === undefined ? '' : ` (≥ ${band.from})`}`
  const points = unit.arithmetic.lost.toFixed(2)
  const total = score === null ? '-' : score.toFixed(2)
  return [
    zh ? `  得分 = 100 − ${points} = ${total}` : `  score = 100 − ${points} = ${total}`,
    zh
      ? `  覆盖率 = (符合 + 不符合) ÷ (100 − 不足部分) = ${percent(coverage)}，最低 ${least}：${complete ? '完整' : '不完整'}`
      : `  coverage = (passed + failed) ÷ (100 − spare) = ${percent(coverage)}, at least ${least}: ${complete ? 'complete' : 'incomplete'}`,
    ...vetoes.map(({ title, found, failures }) =>
      zh
        ? `  单项否决：${title.zh}（${found} 处，达到 ${failures} 处）`
        : `  veto: ${title.en} (${found}, from ${failures} on)`,
    ),
    zh ? `  等级 ${graded}，名次 ${rank ?? '-'}` : `  grade ${graded}, rank ${rank ?? '-'}`,
  ]
}

/** The arithmetic of a score, line by line, as it can be reckoned again by hand. */
export function scoreText(explanation: ScoreExplanation, language: Language): string {
  const zh = language === 'zh'
  const { run, asOf, unit } = explanation
  const { arithmetic } = unit
  const none = zh ? '  没有扣分' : '  no deductions'
  return [
    `${unit.name} (${unit.id}) · ${run} · ${asOf}`,
    zh
      ? '一、各部分分值：所承担各部分按权重折算为 100 分'
      : '1. Sections: those that the unit owes, scaled to 100 points',
    sectionTable(arithmetic, zh),
    zh ? '二、每 1 分不符合扣多少' : '2. What one point failed costs',
    ...rateLines(arithmetic, zh),
    zh
      ? '三、逐项扣分：分值 = 部分分值 × 处数 × 权重 ÷ 部分应查权重；应扣 = 分值 × 上述比率；实扣不超过上限'
      : '3. Deductions: value = section’s value × failures × weight ÷ section’s owed weight; uncapped = value × that rate; points up to the cap',
    arithmetic.lines.length === 0 ? none : lineTable(arithmetic, zh),
    zh ? '四、得分' : '4. The score',
    ...endLines(explanation, language),
    '',
  ].join('\n')
}
