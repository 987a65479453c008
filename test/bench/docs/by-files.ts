import { readFileSync } from 'node:fs'
import { type Found, oracle } from '../../links/oracle.ts'
import { fileAt } from './file-server.ts'

/** What a folder of pages is found to lack by parse5 and the file system alone. */
export interface ByFiles {
  /** Paths of internal links that lead to no file. */
  readonly dead: ReadonlySet<string>
  /** Links to places that their pages do not have: `path#fragment`, the fragment percent-decoded. */
  readonly fragments: ReadonlySet<string>
}

const ORIGIN = 'http://site.example'

/** A fragment as it is compared with names: decoded where it can be. */
export function fragmentText(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** Whether a fragment is one that no name has to stand for: the top, a text to find, a route of a script. */
const needsNoName = (fragment: string): boolean =>
  fragment === '' || fragment.toLowerCase() === 'top' || /^[!/]|:~:/.test(fragment)

/** Follows the links of a folder's pages from one of them. */
export function byFiles(folder: string, start: string): ByFiles {
  const dead = new Set<string>()
  const pages = new Map<string, Found>()
  const uses: URL[] = []
  const known = new Set([start])
  for (const path of known) {
    const isFolder = fileAt(folder, path) === null
    const file = fileAt(folder, path) ?? fileAt(folder, `${path}/`)
    if (file === null) dead.add(path)
    if (file === null || !file.endsWith('.html')) continue
    const found = oracle(readFileSync(file, 'utf8'))
    pages.set(path, found)
    const from = new URL(found.base ?? '', `${ORIGIN}${path}${isFolder ? '/' : ''}`).href
    for (const link of found.links) {
      if (link.trim() === '' || !URL.canParse(link, from)) continue
      const url = new URL(link, from)
      if (url.origin !== ORIGIN) continue
      known.add(url.pathname)
      if (url.hash.length > 1) uses.push(url)
    }
  }
  const missing = uses.flatMap(({ pathname, hash }) => {
    const names = pages.get(pathname)?.names
    const fragment = fragmentText(hash.slice(1))
    const isThere = names === undefined || names.has(hash.slice(1)) || names.has(fragment)
    return isThere || needsNoName(fragment) ? [] : [`${pathname}#${fragment}`]
  })
  return { dead, fragments: new Set(missing) }
}
