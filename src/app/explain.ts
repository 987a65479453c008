import { EXIT, InputError } from '../core/errors.ts'
import type { Fingerprint } from '../core/ids.ts'
import type { Page } from '../facts/page.ts'
import type { Rule } from '../policy/rule.ts'
import type { AuditReport, FindingReport } from '../report/audit-report.ts'
import type { Config } from './config.ts'
import { rejudge } from './rejudge.ts'

/** What was read from one page behind a finding. */
export interface PageFacts {
  readonly observation: string
  readonly title: string
  readonly kind: string
  readonly signs: readonly string[]
  readonly charset: string
  readonly listing: string
  readonly newest: string | null
  readonly published: string | null
}

/** Everything about one finding: rule, clause, evidence and the facts used. */
export interface Explanation {
  readonly run: string
  readonly finding: FindingReport
  readonly rule: Rule
  readonly check: {
    readonly applicability: string
    readonly expectation: string
    readonly assumptions: string
  }
  readonly pages: readonly PageFacts[]
  /** Every answer of the address in time, and whether it counts; null where one look decides. */
  readonly ladder: AuditReport['suspects'][number] | null
}

const factsOf = (observation: string, page: Page): PageFacts => ({
  observation,
  title: page.title,
  kind: page.kind,
  signs: page.signs,
  charset: `${page.charset.name} (${page.charset.decidedBy})`,
  listing: page.listing.kind === 'entries' ? `entries: ${page.listing.entries.length}` : page.listing.kind,
  newest: page.listing.kind === 'entries' ? page.listing.newest : null,
  published: page.published?.date ?? null,
})

/** Explains a finding of a stored run, by its fingerprint or the first digits of it. Throws {@link InputError} for an unknown one. */
export async function explain(config: Config, fingerprint: Fingerprint, runId: string): Promise<Explanation> {
  const { checks } = await import('../checks/index.ts')
  const judged = await rejudge(config, runId)
  const found = judged.report.units
    .flatMap((unit) => [
      ...unit.findings,
      ...unit.waived.map((one) => one.finding),
      ...unit.setAside.map((one) => one.finding),
    ])
    .filter((finding) => finding.fingerprint.startsWith(fingerprint.toLowerCase()))
  const [finding] = found
  if (finding === undefined || new Set(found.map((one) => one.fingerprint)).size > 1) {
    const message =
      finding === undefined
        ? `检查 ${judged.run.id} 中没有指纹为“${fingerprint}”的问题 / run ${judged.run.id} has no finding ${fingerprint}; fingerprints stand in the reports.`
        : `“${fingerprint}”对应多个问题 / ${fingerprint} fits ${found.length} findings; give more digits.`
    throw new InputError([{ file: config.store, message }], EXIT.usage)
  }
  const rule = judged.pack.rules.get(finding.rule)
  const check = checks.get(finding.check)
  if (rule === undefined || check === undefined)
    throw new Error(`Finding ${fingerprint} names no rule or check.`)
  const observed = [
    ...judged.unreviewed.flatMap((verdict) => verdict.findings),
    ...judged.waived.map((one) => one.finding),
  ]
    .filter((one) => one.fingerprint === finding.fingerprint)
    .flatMap((one) => one.evidence.map((evidence) => evidence.observation))
  const pages = [...new Set(observed)].flatMap((id) => {
    const page = judged.collected.pages.get(id)
    return page === undefined ? [] : [factsOf(id, page)]
  })
  const { applicability, expectation, assumptions } = check
  const ladder = judged.report.suspects.find((one) => one.address === finding.address) ?? null
  return {
    run: judged.run.id,
    finding,
    rule,
    check: { applicability, expectation, assumptions },
    pages,
    ladder,
  }
}
