import { type Explanation, explain } from '../../app/explain.ts'
import type { Language } from '../../app/write-report.ts'
import { type CommonOptions, configOf, withConfig } from '../options.ts'
import type { CommandLine } from '../run.ts'

/** A finding with its rule, clause, evidence and facts, as lines for a terminal. */
export function explanationText(explanation: Explanation, language: Language): string {
  const { finding, rule, check, pages } = explanation
  const label = (zh: string, en: string, text: string): string => `${language === 'zh' ? zh : en}  ${text}`
  const lines = [
    label('单位', 'unit     ', finding.unitName),
    label('责任', 'item     ', `${finding.item} ${finding.itemTitle}`),
    label('条款', 'clause   ', finding.clause),
    label(
      '规则',
      'rule     ',
      `${rule.id} = ${rule.check}, ${rule.severity}, weight ${rule.weight}; ${rule.basis}`,
    ),
    label('适用', 'applies  ', check.applicability),
    label('要求', 'expects  ', check.expectation),
    label('前提', 'assumes  ', check.assumptions),
    label('对象', 'subject  ', `${finding.subject}${finding.address === null ? '' : ` ${finding.address}`}`),
    label('问题', 'finding  ', finding.text[language]),
    label('整改', 'remedy   ', finding.remedy[language]),
    ...finding.seen.map((seen) =>
      label(
        '所见',
        'seen     ',
        [seen.seenAt, seen.purpose, ...seen.chain, seen.quote].filter((part) => part !== '').join(' · '),
      ),
    ),
    ...pages.map((page) => {
      const dates = `newest ${page.newest ?? '-'}, published ${page.published ?? '-'}`
      return label(
        '事实',
        'facts    ',
        `${page.observation}: ${page.kind} (${page.signs.join(', ')}), ${page.listing}, ${dates}, ${page.charset}`,
      )
    }),
    ...(explanation.ladder?.answers ?? []).map((answer) =>
      label(
        '阶梯',
        'ladder   ',
        [
          answer.at,
          answer.purpose,
          ...answer.chain,
          answer.counts ? (language === 'zh' ? '计入' : 'counts') : (answer.why?.[language] ?? ''),
        ].join(' · '),
      ),
    ),
    label('测得', 'measured ', finding.measured),
    ...(finding.lapsed === null
      ? []
      : [label('豁免', 'waiver   ', `${finding.lapsed.id} ${finding.lapsed.why} (${finding.lapsed.to})`)]),
    label('指纹', 'print    ', finding.fingerprint),
  ]
  return `${lines.join('\n')}\n`
}

/** `portal-audit explain` */
export function addExplain({ program, terminal }: CommandLine): void {
  const command = program
    .command('explain')
    .description(
      '说明一条问题的规则、条款、证据与所依据的事实 / rule, clause, evidence and facts of a finding',
    )
    .argument('<fingerprint>', '问题指纹（可只写开头几位）/ fingerprint, or its first digits')
    .option('--run <id>', '检查编号 / the run, or latest', 'latest')
    .option('--json', '以 JSON 输出 / as JSON')
  withConfig(command).action(
    async (
      fingerprint: string,
      options: CommonOptions & { readonly run: string; readonly json?: boolean },
    ) => {
      const config = configOf(options, terminal)
      const explanation = await explain(config, fingerprint, options.run)
      terminal.out(
        options.json
          ? `${JSON.stringify(explanation, null, 2)}\n`
          : explanationText(explanation, config.lang),
      )
    },
  )
}
