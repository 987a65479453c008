import { join } from 'node:path'
import { checks } from '../checks/index.ts'
import { type AuditResult, audit } from './audit.ts'
import { type Config, loadConfig } from './config.ts'
import { systemEdges } from './edges.ts'
import type { OnProgress } from './progress.ts'
import { type TruthRow, truthTable } from './truth-table.ts'
import { writeFiles } from './write-files.ts'
import type { Language } from './write-report.ts'

/** What the demo ends with. */
export interface DemoResult extends AuditResult {
  readonly config: Config
  /** How each check did against the truth of the city. */
  readonly truth: readonly TruthRow[]
  /** Requests that the city's server has seen. */
  readonly served: number
  /** Addresses that were read as pages. */
  readonly pages: number
}

const auditYaml = (resolve: readonly string[]): string =>
  `# 演示城市的配置，由 portal-audit demo 写成 / written by portal-audit demo
city: 云川市
registry: registry
store: portal-audit.sqlite
out: reports
formats: [html, json, csv, junit, sarif, text]
confirmations: { refusedSeconds: 0 }
fetch:
  ca: city-ca.pem
  contact: demo@yunchuan.gov.example
  concurrency: 32
  perHost: { connections: 8, gapMilliseconds: 0 }
  resolve:
${resolve.map((rule) => `    - '${rule}'`).join('\n')}
`

/**
 * Starts the fixture city on loopback, writes its workspace (audit.yaml, registry/*.csv) into `directory`, audits it as
 * any city is audited, and leaves workspace and store there. The city is closed at the end.
 */
export async function demo(
  directory: string,
  language: Language,
  onProgress: OnProgress,
): Promise<DemoResult> {
  const { startCity } = await import('../../fixtures/city/city.ts')
  const city = await startCity()
  try {
    const registry = Object.entries(city.registry).map(([name, content]) => ({
      path: `registry/${name}`,
      content,
    }))
    const own = [
      { path: 'audit.yaml', content: auditYaml(city.resolve) },
      { path: 'city-ca.pem', content: city.ca },
    ]
    await writeFiles(directory, [...own, ...registry])
    const file = join(directory, 'audit.yaml')
    const config = loadConfig({ file, environment: {}, flags: { asOf: city.asOf, lang: language } })
    const scope = { units: [], items: [] }
    const result = await audit({ config, scope, resume: false, edges: systemEdges, onProgress })
    const found = result.report.units.flatMap((unit) => unit.findings)
    const truth = truthTable([...checks.keys()], city.truth, found)
    return { ...result, config, truth, served: city.requests().length, pages: result.report.totals.addresses }
  } finally {
    await city.close()
  }
}
