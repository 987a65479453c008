import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What V8 writes with `--cpu-prof`, as far as it is read here. Times are microseconds. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      /** 0-based. */
      readonly lineNumber: number
    }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** What a module works for, by its path; the first that fits counts. */
const PHASES: readonly (readonly [pattern: RegExp, phase: string])[] = [
  [/\/src\/links\//, 'links: reading the tags of pages'],
  [/\/src\/crawl\/(?:page-reader|address-|packed-edges|page-mark|token-free)/, 'links: numbers of addresses'],
  [/\/src\/store\/|better-sqlite3|kysely/, 'store: reading and writing'],
  [/\/src\/fetch\/|undici|llhttp/, 'requests: undici, pacing, redirects'],
  [/\/src\/(?:report|app)\/|\/crawl\/(?:crawl-tally|read-crawl|each-|closer-look|missing-)/, 'report'],
  [/\/src\/crawl\//, 'crawl: what is asked next'],
  [
    /^node:internal\/(?:modules|bootstrap|main)|^node:internal\/process\/(?:pre|esm)/,
    'start: loading modules',
  ],
  [/^node:(?:net|internal\/(?:stream|timers))|^node:internal\/process\/task/, 'requests: sockets and timers'],
]

const OUTER: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'garbage collection'],
  ['(program)', 'the rest'],
])

/** Where each module of a built file begins, as the bundler notes it. */
function modulesOf(url: string): readonly (readonly [line: number, module: string])[] {
  if (!url.startsWith('file:')) return []
  return readFileSync(fileURLToPath(url), 'utf8')
    .split('\n')
    .flatMap((text, line) => {
      const [, module] = /^\s*\/\/ (\S+\.[cm]?js)$/.exec(text) ?? []
      return module === undefined ? [] : [[line, `/${module}`] as const]
    })
}

/** The share of the working time of a program's main thread that each phase takes, largest first. */
export function phasesOf(file: string): readonly (readonly [phase: string, share: number])[] {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const modules = new Map<string, ReturnType<typeof modulesOf>>()

  const moduleAt = (url: string, line: number): string => {
    const list = modules.get(url) ?? modulesOf(url)
    modules.set(url, list)
    return list.findLast(([start]) => start <= line)?.[1] ?? url
  }
  /** The innermost frame that belongs to a phase decides. */
  const phaseOf = (sample: number): string | null => {
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const frame = byId.get(id)?.callFrame
      if (frame === undefined) break
      if (frame.functionName === '(idle)') return null
      const outer = OUTER.get(frame.functionName)
      if (outer !== undefined) return outer
      const module = moduleAt(frame.url, frame.lineNumber)
      const found = PHASES.find(([pattern]) => pattern.test(module))
      if (found !== undefined) return found[1]
    }
    return 'the rest'
  }

  const times = new Map<string, number>()
  for (const [at, sample] of samples.entries()) {
    const phase = phaseOf(sample)
    if (phase !== null) times.set(phase, (times.get(phase) ?? 0) + (timeDeltas[at] ?? 0))
  }
  const total = [...times.values()].reduce((sum, time) => sum + time, 0)
  return [...times].map(([phase, time]) => [phase, time / total] as const).sort(([, a], [, b]) => b - a)
}
