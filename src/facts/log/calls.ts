import { toAddress } from '../../core/address.ts'
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

/** What a page calls. `base` is what relative addresses start from. */
export function callsOf(outline: Outline, base: string): Calls {
  const called = outline.elements.flatMap(({ name, attributes }): readonly { name: string; at: string }[] => {
    const { src = '' } = attributes
    if (!CALLERS.has(name) || src === '' || (name === 'img' && !ELSEWHERE.test(src))) return []
    const at = toAddress(src, base)
    return at === null ? [] : [{ name, at }]
  })
  const scripts = called.flatMap(({ name, at }) => (name === 'script' ? [at] : []))
  return {
    scripts: [...new Set(scripts)],
    calls: [...new Set([...called.map(({ at }) => at), ...addressesIn(outline.scripts)])],
  }
}
