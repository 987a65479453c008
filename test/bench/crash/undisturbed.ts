import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Arena, Known } from './arena.ts'
import type { Life } from './moments.ts'
import { runProgram } from './run-program.ts'

/** A job that nobody disturbed: what every other must come to. */
export interface Undisturbed {
  readonly life: Life
  /** The reports by name. */
  readonly reports: ReadonlyMap<string, string>
  /** How often each request was made. */
  readonly counts: ReadonlyMap<string, number>
  readonly known: Known
}

/** Ports differ from server to server. */
export const withoutPort = (text: string): string => text.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1')

/** Files of a folder by their names, hidden ones too where they are asked for; none where there is no folder. */
export function filesIn(folder: string, hidden: boolean): ReadonlyMap<string, string> {
  const names = (() => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
    } catch {
      return []
    }
  })()
  const files = names
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => hidden || !path.slice(folder.length).includes('/.'))
  return new Map(files.map((path) => [path.slice(folder.length), withoutPort(readFileSync(path, 'utf8'))]))
}

/** How often each request was made; robots.txt, which each process reads once, is left out. */
export function countsOf(requests: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of requests.map(withoutPort)) {
    if (!one.endsWith(' /robots.txt')) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return counts
}

/** Lets a job come to its end. Throws when it does not end well. */
export async function undisturbed(arena: Arena): Promise<Undisturbed> {
  const { code, err, firstRequest, lastRequest, end } = await runProgram(arena, false, null)
  if (code !== 2) throw new Error(`the undisturbed job ended with ${code}: ${err}`)
  return {
    life: { requests: arena.requests().length, beginning: firstRequest, ending: end - lastRequest },
    reports: filesIn(arena.out, true),
    counts: countsOf(arena.requests()),
    known: arena.known(),
  }
}
