import { type Cost, median } from './measure.ts'

/** Contenders that figures are worked out from. */
export const [OURS, AGAIN, BARE, LINKINATOR] = [
  'portal-audit',
  'a night later',
  'bare',
  'linkinator',
] as const

/** What a contender cost, and the bytes of bodies that it was sent. */
export interface Spent extends Cost {
  readonly bytes: number
}

/** What each contender cost in one round. */
export type Round = ReadonlyMap<string, Spent>

/** A figure that must hold. */
export interface Target {
  readonly name: string
  /** The size of the site that it is measured on. */
  readonly pages: number
  readonly bound: 'at least' | 'at most'
  readonly limit: number
  readonly unit: string
  /** The figure of one round; null where a contender did not finish. */
  readonly value: (round: Round) => number | null
}

/** A target and what the rounds brought. */
export interface Reached {
  readonly target: Target
  readonly values: readonly number[]
}

const ratio =
  (figure: 'wall' | 'cpu' | 'memory' | 'bytes', one: string, other: string, times = 1) =>
  (round: Round): number | null => {
    const [a, b] = [round.get(one)?.[figure], round.get(other)?.[figure]]
    return a === undefined || b === undefined ? null : (a / b) * times
  }

const memory = (name: string) => (round: Round) => {
  const bytes = round.get(name)?.memory
  return bytes === undefined ? null : bytes / 1e6
}

/** The table of issue 5. Ratios are those of one round, so that whatever else a machine does bears on both sides. */
export const TARGETS: readonly Target[] = [
  {
    ...{ name: 'linkinator / ours, wall', pages: 5_000, bound: 'at least', limit: 25, unit: '×' },
    value: ratio('wall', LINKINATOR, OURS),
  },
  {
    ...{ name: 'ours / linkinator, peak memory', pages: 5_000, bound: 'at most', limit: 1 / 3, unit: '×' },
    value: ratio('memory', OURS, LINKINATOR),
  },
  {
    ...{ name: 'ours / bare loop, wall', pages: 20_000, bound: 'at most', limit: 3, unit: '×' },
    value: ratio('wall', OURS, BARE),
  },
  {
    ...{ name: 'peak memory', pages: 20_000, bound: 'at most', limit: 220, unit: 'MB' },
    value: memory(OURS),
  },
  {
    ...{ name: 'a night later / first, CPU', pages: 20_000, bound: 'at most', limit: 1 / 3, unit: '×' },
    value: ratio('cpu', AGAIN, OURS),
  },
  {
    ...{ name: 'a night later / first, bytes', pages: 20_000, bound: 'at most', limit: 1, unit: '%' },
    value: ratio('bytes', AGAIN, OURS, 100),
  },
]

/** The one figure of the site of a million addresses. */
export const MILLION: Target = {
  name: 'peak memory, a million addresses',
  pages: 1_000_000,
  bound: 'at most',
  limit: 300,
  unit: 'MB',
  value: () => null,
}

/** What must hold beside what was reached: medians, with the least and the most. */
export function targetTable(reached: readonly Reached[]): string {
  const lines = reached.map(({ target, values }) => {
    const { name, pages, bound, limit, unit } = target
    const value = median(values)
    const holds = values.length > 0 && (bound === 'at least' ? value >= limit : value <= limit)
    const shown = (number: number): string => number.toFixed(unit === 'MB' ? 0 : 2)
    const spread = `${shown(Math.min(...values))}–${shown(Math.max(...values))}`
    return `${name.padEnd(34)} ${String(pages).padStart(9)}  ${bound} ${shown(limit).padStart(6)} ${unit.padEnd(2)}  reached ${shown(value).padStart(6)} (${spread})  ${holds ? 'holds' : 'FALLS SHORT'}`
  })
  return ['figure                                 pages  target', ...lines].join('\n')
}
