import { readFileSync } from 'node:fs'
import { oracle } from '../../links/oracle.ts'
import { fileAt } from './file-server.ts'

/** The internal links of a folder of pages that lead to no file, found by parse5 and the file system alone. */
export function deadByFiles(folder: string, start: string): ReadonlySet<string> {
  const origin = 'http://site.example'
  const dead = new Set<string>()
  const known = new Set([start])
  for (const path of known) {
    const file = fileAt(folder, path) ?? fileAt(folder, `${path}/`)
    if (file === null) {
      dead.add(path)
      continue
    }
    if (!file.endsWith('.html')) continue
    const { links, base } = oracle(readFileSync(file, 'utf8'))
    const place = fileAt(folder, path) === null ? `${path}/` : path
    const from = new URL(base ?? '', origin + place).href
    for (const link of links) {
      if (link.trim() === '' || !URL.canParse(link, from)) continue
      const url = new URL(link, from)
      if (url.origin === origin) known.add(url.pathname)
    }
  }
  return dead
}
