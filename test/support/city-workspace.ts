import { startCity } from '../../fixtures/city/city.ts'
import { type Workspace, workspace } from './workspace.ts'

/** The fixture city, running, with a workspace that audits it. */
export interface CityWorkspace extends Workspace {
  readonly city: Awaited<ReturnType<typeof startCity>>
  /** Path of its audit.yaml. */
  readonly config: string
  readonly asOf: string
  close(): Promise<void>
}

/** Starts the city and lays out a workspace for it; `extra` lines are added to audit.yaml. */
export async function cityWorkspace(extra = ''): Promise<CityWorkspace> {
  const city = await startCity()
  const space = await workspace()
  for (const [name, content] of Object.entries(city.registry)) await space.write(`registry/${name}`, content)
  await space.write('city-ca.pem', city.ca)
  const config = await space.write(
    'audit.yaml',
    `city: 云川市
registry: registry
store: store.sqlite
out: reports
asOf: '${city.asOf}'
confirmations: { refusedSeconds: 0 }
fetch:
  ca: city-ca.pem
  contact: test@yunchuan.gov.example
  concurrency: 32
  perHost: { connections: 8, gapMilliseconds: 0 }
  retries: { delayMilliseconds: 100 }
  resolve:
${city.resolve.map((rule) => `    - '${rule}'`).join('\n')}
${extra}`,
  )
  const close = async (): Promise<void> => {
    await city.close()
    await space.remove()
  }
  return { ...space, city, config, asOf: city.asOf, close }
}
