import { type AddressCheck, checkAddress } from '../../app/check-address.ts'
import { systemEdges } from '../../app/edges.ts'
import { EXIT } from '../../core/errors.ts'
import { type CommonOptions, configOf, withConfig, withNetwork } from '../options.ts'
import type { CommandLine } from '../run.ts'

const answerText = (check: AddressCheck): string => {
  const { answer, hops } = check.visit
  const chain = hops.map((hop) => `${hop.status} → ${hop.location}`)
  if (answer.kind === 'response') return [...chain, `${answer.status} ${answer.address}`].join(' · ')
  return [...chain, answer.kind === 'failure' ? answer.reason : answer.kind].join(' · ')
}

const dateText = (date: NonNullable<AddressCheck['page']>['published']): string =>
  date === null
    ? '-'
    : `${date.date} (${date.source}, ${date.precision}, ${date.confidence.toFixed(2)}: ${date.quote})`

/** What was found out about an address, as lines for a terminal. */
export function addressCheckText(check: AddressCheck): string {
  const { page } = check
  const lines = [
    check.address,
    `  可达 reachability  ${check.reachability.state} (${check.reachability.cause})`,
    `  应答 answer        ${answerText(check)}`,
    ...(check.reachability.cause === 'forbidden-address'
      ? [
          '  提示 note          内网或本机地址，默认不访问；可在 audit.yaml 设 fetch.allowPrivate: true / a private address is not asked unless fetch.allowPrivate is true',
        ]
      : []),
    `  对照 control page  ${check.likeness.kind}${check.likeness.quote === '' ? '' : ` “${check.likeness.quote}”`}`,
    `  登录墙 wall        ${check.wall.kind}${check.wall.quote === '' ? '' : ` (${check.wall.sign}) “${check.wall.quote}”`}`,
  ]
  if (page === null) return `${lines.join('\n')}\n`
  const { listing } = page
  const list =
    listing.kind === 'entries'
      ? `${listing.entries.length} entries, newest ${listing.newest ?? '-'}, undated ${listing.undated}`
      : listing.kind
  lines.push(
    `  标题 title         ${page.title}`,
    `  编码 charset       ${page.charset.name} (${page.charset.decidedBy})`,
    `  类型 kind          ${page.kind}${page.signs.length === 0 ? '' : ` (${page.signs.join(', ')})`}`,
    `  发布 published     ${dateText(page.published)}`,
    `  成文 written       ${dateText(page.written)}`,
    `  修改 modified      ${dateText(page.modified)}`,
    ...page.candidates.map(
      (one) => `  未采用 not taken   ${one.date} (${one.source}: ${one.quote}): ${one.rejected}`,
    ),
    `  列表 list          ${list}`,
    `  链接 links         ${page.links.length}, malformed ${page.links.filter((link) => !link.target.ok).length}`,
  )
  return `${lines.join('\n')}\n`
}

/** `portal-audit check`: one page, now. Ends with 2 when an address is dead for certain. */
export function addCheck({ program, terminal, end }: CommandLine): void {
  const command = program
    .command('check')
    .description('立即查看网页：类型、日期、登录墙、链接及依据 / look at pages now')
    .argument('<url...>', '网址 / addresses')
    .option('--json', '以 JSON 输出 / as JSON')
  withNetwork(withConfig(command)).action(
    async (addresses: readonly string[], options: CommonOptions & { readonly json?: boolean }) => {
      const config = configOf(options, terminal)
      const results: AddressCheck[] = []
      for (const address of addresses) results.push(await checkAddress(config, address, systemEdges))
      const text = results.map(addressCheckText).join('\n')
      terminal.out(options.json ? `${JSON.stringify(results, null, 2)}\n` : text)
      if (results.some((result) => result.reachability.state === 'dead')) end(EXIT.findings)
    },
  )
}
