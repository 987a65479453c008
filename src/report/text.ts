import Table from 'cli-table3'
import type { AuditReport, ReportFile } from './audit-report.ts'
import type { Language } from './format-names.ts'

const percent = (share: number | null): string => (share === null ? '-' : `${(share * 100).toFixed(1)}%`)
const points = (score: number | null): string => (score === null ? '-' : score.toFixed(2))

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['名次', '单位', '得分', '覆盖率', '等级', '问题', '豁免', '无法判定'],
  en: ['rank', 'unit', 'score', 'coverage', 'grade', 'findings', 'waived', "can't tell"],
}

/** The result for a terminal: a row a unit, then problems by kind, then totals. */
export function text(report: AuditReport, language: Language): readonly ReportFile[] {
  const zh = language === 'zh'
  const units = new Table({ head: [...HEADS[language]], style: { head: [], border: [], compact: true } })
  for (const unit of report.units) {
    units.push([
      unit.rank ?? '-',
      unit.name,
      points(unit.score),
      percent(unit.coverage),
      unit.grade === null ? (zh ? '不完整' : 'incomplete') : unit.grade.name[language],
      unit.findings.length,
      unit.waived.length,
      unit.unsettled.length,
    ])
  }
  const kinds = new Table({
    head: zh
      ? ['检查', '问题', '故障', '单位', '无法判定']
      : ['check', 'findings', 'faults', 'units', "can't tell"],
    style: { head: [], border: [], compact: true },
  })
  for (const check of report.checks) {
    kinds.push([check.check, check.findings, check.faults, check.units, check.cantTell])
  }
  const { totals, movement } = report
  const moved =
    movement === null
      ? ''
      : zh
        ? `  新增 ${movement.new}，未整改 ${movement.unchanged}，已整改 ${movement.fixed}，未复查 ${movement.notRechecked}\n`
        : `  new ${movement.new}, unchanged ${movement.unchanged}, fixed ${movement.fixed}, not rechecked ${movement.notRechecked}\n`
  const inState = (state: string): number =>
    report.units.reduce((sum, unit) => sum + unit.manual.filter((one) => one.state === state).length, 0)
  const [attested, lapsed, never] = ['attested', 'lapsed', 'never'].map(inState)
  const manual = zh
    ? `  人工核查（不计分）：有效 ${attested}，过期 ${lapsed}，从未 ${never}\n`
    : `  attested by people (not scored): ${attested} valid, ${lapsed} lapsed, ${never} never\n`
  const unreliable = report.run.reliable
    ? ''
    : zh
      ? '!! 本次检查不可靠：我方网络可能有故障，结果不得通报。\n'
      : '!! This run is unreliable: our own network may be at fault.\n'
  const doubts = report.run.doubts.map((doubt) => `   ${doubt.text[language]}\n`).join('')
  const summary = zh
    ? `${report.city} ${report.run.asOf}（${report.run.id}）\n  ${totals.units} 个单位，${totals.duties} 项责任，${totals.verdicts} 次判定，${totals.findings} 个问题（${totals.faults} 处故障），豁免 ${totals.waived} 个，覆盖率 ${percent(totals.coverage)}，平均分 ${points(totals.averageScore)}，中位数 ${points(totals.medianScore)}\n`
    : `${report.city} ${report.run.asOf} (${report.run.id})\n  ${totals.units} units, ${totals.duties} duties, ${totals.verdicts} verdicts, ${totals.findings} findings (${totals.faults} faults), ${totals.waived} waived, coverage ${percent(totals.coverage)}, average ${points(totals.averageScore)}, median ${points(totals.medianScore)}\n`
  return [
    {
      path: 'report.txt',
      content: `${units.toString()}\n${kinds.toString()}\n${unreliable}${doubts}${summary}${manual}${moved}`,
    },
  ]
}
