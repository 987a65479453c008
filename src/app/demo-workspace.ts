import { join } from 'node:path'
import { type Config, loadConfig } from './config.ts'
import { writeFiles } from './write-files.ts'
import type { Language } from './write-report.ts'

/** What of the fixture city its workspace is laid out from. */
export interface RunningCity {
  readonly ca: string
  readonly resolve: readonly string[]
  readonly registry: Readonly<Record<string, string>>
  readonly asOf: string
}

const auditYaml = (resolve: readonly string[], canaries: readonly string[]): string =>
  `# 演示城市的配置，由 portal-audit demo 写成 / written by portal-audit demo
city: 云川市
registry: registry
store: portal-audit.sqlite
out: reports
formats: [html, json, csv, junit, sarif, text]
${canaries.length === 0 ? '' : `canaries: [${canaries.join(', ')}]\n`}confirmations: { refusedSeconds: 0 }
fetch:
  ca: city-ca.pem
  contact: demo@yunchuan.gov.example
  concurrency: 32
  perHost: { connections: 8, gapMilliseconds: 0 }
  retries: { delayMilliseconds: 100 }
  resolve:
${resolve.map((rule) => `    - '${rule}'`).join('\n')}
`

/** Writes the city's workspace (audit.yaml, registry/*.csv) into a folder and reads its configuration. */
export async function demoWorkspace(
  city: RunningCity,
  directory: string,
  language: Language,
  canaries: readonly string[] = [],
): Promise<Config> {
  const registry = Object.entries(city.registry).map(([name, content]) => ({
    path: `registry/${name}`,
    content,
  }))
  const own = [
    { path: 'audit.yaml', content: auditYaml(city.resolve, canaries) },
    { path: 'city-ca.pem', content: city.ca },
  ]
  await writeFiles(directory, [...own, ...registry])
  const file = join(directory, 'audit.yaml')
  return loadConfig({ file, environment: {}, flags: { asOf: city.asOf, lang: language } })
}
