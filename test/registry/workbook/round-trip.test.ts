import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRegistry } from '../../../src/registry/format.ts'
import { registryWorkbook } from '../../../src/registry/workbook/registry-workbook.ts'
import { registries } from '../arbitraries.ts'
import { imported } from './imported.ts'

describe('a registry as a workbook', () => {
  it('gives the same CSV files again, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(registries, async (registry) => {
        const files = formatRegistry(registry)
        const bytes = await registryWorkbook(registry, null)
        expect(imported(bytes)).toEqual(files)
        expect(imported(bytes, files)).toEqual(files)
      }),
      { numRuns: 30 },
    )
  })

  it('limited to a unit, changes nothing when it comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(registries, async (registry) => {
        const files = formatRegistry(registry)
        const bytes = await registryWorkbook(registry, 'u0')
        expect(imported(bytes, files)).toEqual(files)
      }),
      { numRuns: 10 },
    )
  })
})
