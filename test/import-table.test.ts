import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '..', 'src')

/** Who may import whom (DESIGN §3), each room beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  policy: ['core'],
  registry: ['core'],
  links: ['core'],
  facts: ['core', 'links'],
  fetch: ['core'],
  store: ['core'],
  plan: ['core', 'policy', 'registry'],
  checks: ['core', 'policy', 'facts'],
  judge: ['core', 'policy', 'registry', 'plan', 'facts', 'checks'],
  score: ['core', 'policy', 'registry'],
  report: ['core', 'policy', 'registry', 'score'],
  period: ['core', 'report'],
  print: ['core'],
  mail: ['core'],
  crawl: ['core', 'links', 'facts', 'fetch', 'store'],
  app: [
    'core',
    'policy',
    'registry',
    'plan',
    'fetch',
    'facts',
    'checks',
    'judge',
    'score',
    'report',
    'period',
    'print',
    'mail',
    'store',
    'crawl',
  ],
  cli: ['app', 'report', 'core'],
}

const PURE = ['core', 'links', 'plan', 'facts', 'checks', 'judge', 'score', 'report', 'period']
const IMPURE_PACKAGES =
  /^(node:|undici$|kysely$|better-sqlite3$|linkinator$|p-limit$|playwright-core$|@sparticuz)/
const CLOCK_OR_CHANCE =
  /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bTemporal\.Now\b|\bcrypto\.random/

/** The one door from the product to the demo's city. */
const DOORS = new Set([
  'app/demo.ts -> ../../fixtures/city/city.ts',
  'app/demo-months.ts -> ../../fixtures/city/city.ts',
  'app/demo-months.ts -> ../../fixtures/city/months.ts',
])

interface Source {
  readonly room: string
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8')
    const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]/g)]
    const bare = [...text.matchAll(/(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g)]
    const lazy = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)]
    const imports = [...found, ...bare, ...lazy].map((match) => match[1] ?? '')
    return { room: path.split('/')[0] ?? '', path, text, imports }
  })

const roomOf = (source: Source, specifier: string): string =>
  relative(SRC, join(SRC, source.path, '..', specifier)).split('/')[0] ?? ''

describe('the import table', () => {
  it('knows every room', () => {
    expect([...new Set(sources.map((source) => source.room))].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  it.each(Object.keys(MAY_IMPORT))('%s imports only the rooms that it may', (room) => {
    const strangers = sources
      .filter((source) => source.room === room)
      .flatMap((source) =>
        source.imports
          .filter((specifier) => specifier.startsWith('.'))
          .filter((specifier) => {
            const target = roomOf(source, specifier)
            const allowed = target === room || MAY_IMPORT[room]?.includes(target)
            return !allowed && !DOORS.has(`${source.path} -> ${specifier}`)
          })
          .map((specifier) => `${source.path} -> ${specifier}`),
      )
    expect(strangers).toEqual([])
  })

  it.each(PURE)('%s is pure: no Node, no network, no database', (room) => {
    const impure = sources
      .filter((source) => source.room === room)
      .flatMap((source) =>
        source.imports
          .filter((name) => IMPURE_PACKAGES.test(name))
          .map((name) => `${source.path} -> ${name}`),
      )
    expect(impure).toEqual([])
  })

  it.each(PURE)('%s never reads the clock and never rolls dice', (room) => {
    const guilty = sources
      .filter((source) => source.room === room && CLOCK_OR_CHANCE.test(source.text))
      .map((source) => source.path)
    expect(guilty).toEqual([])
  })

  it('sees lazy, bare and multi-line imports', () => {
    expect(sources.flatMap((source) => source.imports).length).toBeGreaterThan(sources.length)
  })

  it('keeps every file of the product under 300 lines', () => {
    expect(
      sources.filter((source) => source.text.split('\n').length > 300).map((source) => source.path),
    ).toEqual([])
  })
})
