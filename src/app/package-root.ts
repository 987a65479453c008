import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'portal-audit'

interface Manifest {
  readonly name?: unknown
  readonly version?: unknown
}

function manifestIn(directory: string): Manifest {
  try {
    return (JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) ?? {}) as Manifest
  } catch {
    return {}
  }
}

/**
 * The folder of portal-audit's own package.json, above the module at `from` (a file URL), where the built-in `rules`,
 * `reports` and `fixtures` lie: the same from `src` and from `dist/src`. Throws when there is none: the installation is
 * broken.
 */
export function packageRoot(from: string = import.meta.url): string {
  for (let directory = dirname(fileURLToPath(from)); ; directory = dirname(directory)) {
    if (manifestIn(directory).name === NAME) return directory
    if (dirname(directory) === directory) {
      throw new Error(`No package.json of ${NAME} above ${fileURLToPath(from)}; install the package again.`)
    }
  }
}

/** The version of the program, as its package.json says. */
export const programVersion = (): string => String(manifestIn(packageRoot()).version)
