import { addressReader } from '../../core/address.ts'
import type { Outline } from '../outline.ts'

/** What a page makes a reader's browser ask for. */
export interface Calls {
  /** Addresses of script files. */
  readonly scripts: readonly string[]
  /** Addresses of script files, pictures and frames, and those that the page's own scripts mention. */
  readonly calls: readonly string[]
}

const MENTIONED = /(?:https?:)?(?:\/\/|%2F%2F)[a-z0-9][^\s"'<>\\()]{3,200}/gi
const MOST_MENTIONED = 200
const MOST_READ = 200_000
const CALLERS = new Set(['script', 'img', 'iframe'])
/** Pictures of the page itself count visits nowhere. */
const ELSEWHERE = /\/\/|\?/

/** Addresses that a script mentions, as it writes them. */
export const addressesIn = (script: string): readonly string[] =>
  (script.slice(0, MOST_READ).match(MENTIONED) ?? []).slice(0, MOST_MENTIONED)

interface Called {
  readonly name: string
  readonly at: string
}

/** What a page calls. `base` is what relative addresses start from. */
export function callsOf(outline: Outline, base: string): Calls {
  const addressOf = addressReader(base)
  const called: Called[] = []
  for (const { name, attributes } of outline.elements) {
    if (!CALLERS.has(name)) continue
    const { src = '' } = attributes
    if (src === '' || (name === 'img' && !ELSEWHERE.test(src))) continue
    const target = addressOf(src)
    if (target.ok) called.push({ name, at: target.address })
  }
  const scripts = called.flatMap(({ name, at }) => (name === 'script' ? [at] : []))
  return {
    scripts: [...new Set(scripts)],
    calls: [...new Set([...called.map(({ at }) => at), ...addressesIn(outline.scripts)])],
  }
}
