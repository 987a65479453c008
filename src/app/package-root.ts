import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'portal-audit'

function nameIn(directory: string): unknown {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
    return typeof manifest === 'object' && manifest !== null && 'name' in manifest ? manifest.name : undefined
  } catch {
    return undefined
  }
}

/**
 * The folder of portal-audit's own package.json, above the module at `from` (a file URL), where the built-in `rules`,
 * `reports` and `fixtures` lie: the same from `src` and from `dist/src`. Throws when there is none: the installation is
 * broken.
 */
export function packageRoot(from: string = import.meta.url): string {
  for (let directory = dirname(fileURLToPath(from)); ; directory = dirname(directory)) {
    if (nameIn(directory) === NAME) return directory
    if (dirname(directory) === directory) {
      throw new Error(`No package.json of ${NAME} above ${fileURLToPath(from)}; install the package again.`)
    }
  }
}
