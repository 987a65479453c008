import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/app/package-root.ts'
import { workspace } from '../support/workspace.ts'

const above = (path: string): string => packageRoot(pathToFileURL(path).href)

describe('packageRoot', () => {
  it('is the folder where the built-in rules lie', () => {
    expect(existsSync(join(packageRoot(), 'rules', 'portal-content', 'pack.yaml'))).toBe(true)
  })

  it('is found from src and from dist/src, past other packages and broken manifests', async () => {
    const space = await workspace()
    await space.write('package.json', '{"name": "somebody-elses"}')
    await space.write('node_modules/portal-audit/package.json', '{"name": "portal-audit"}')
    await space.write('node_modules/portal-audit/dist/package.json', '{"type": "module"}')
    await space.write('node_modules/portal-audit/dist/src/package.json', 'not JSON')
    await mkdir(space.path('node_modules/portal-audit/src/app'), { recursive: true })
    const root = space.path('node_modules/portal-audit')
    expect(above(join(root, 'src/app/package-root.ts'))).toBe(root)
    expect(above(join(root, 'dist/src/app/package-root.js'))).toBe(root)
    expect(() => above(space.path('elsewhere/package-root.js'))).toThrow(/install the package again/)
    await space.remove()
  })
})
