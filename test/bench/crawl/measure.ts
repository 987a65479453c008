import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

/** What a contender cost: milliseconds, and bytes of peak resident memory. */
export interface Cost {
  readonly wall: number
  readonly cpu: number
  readonly memory: number
  /** Bytes of resident memory, every quarter of a second; empty where /proc does not tell. */
  readonly memoryOverTime: readonly number[]
  /** What it printed. */
  readonly output: string
}

/** Milliseconds. */
const BETWEEN_SAMPLES = 250

function residentMemory(process: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** Runs a program of its own process to its end and measures it from its start. Throws when it takes longer than `limit`. */
export async function measure(usage: string, args: readonly string[], limit: number): Promise<Cost | null> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--import', usage, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), limit)
  const memoryOverTime: number[] = []
  const sampler = setInterval(() => {
    const bytes = child.pid === undefined ? null : residentMemory(child.pid)
    if (bytes !== null) memoryOverTime.push(bytes)
  }, BETWEEN_SAMPLES)
  const [told, output] = [child.stdio[3], child.stdout]
  if (told === null || told === undefined || !('read' in told) || output === null) throw new Error('no pipes')
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('exit', (_code, signal) => resolve(signal))
  })
  const [usageText, printed, signal] = await Promise.all([text(told), text(output), ended])
  clearTimeout(timer)
  clearInterval(sampler)
  if (signal !== null) return null
  const wall = performance.now() - startedAt
  const { cpu, memory } = JSON.parse(usageText) as { cpu: number; memory: number }
  return { wall, cpu, memory, memoryOverTime, output: printed }
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
