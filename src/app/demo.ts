import { checks } from '../checks/index.ts'
import { type AuditResult, audit } from './audit.ts'
import type { Config } from './config.ts'
import { demoWorkspace } from './demo-workspace.ts'
import { systemEdges } from './edges.ts'
import type { OnProgress } from './progress.ts'
import { type TruthRow, truthTable } from './truth-table.ts'
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
    const config = await demoWorkspace(city, directory, language)
    const scope = { units: [], items: [] }
    const result = await audit({ config, scope, resume: false, edges: systemEdges, onProgress })
    const found = result.report.units.flatMap((unit) => unit.findings)
    const truth = truthTable([...checks.keys()], city.truth, found)
    return { ...result, config, truth, served: city.requests().length, pages: result.report.totals.addresses }
  } finally {
    await city.close()
  }
}
