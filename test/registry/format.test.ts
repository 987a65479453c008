import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRegistry } from '../../src/registry/format.ts'
import { REGISTRY_FILES } from '../../src/registry/read-registry.ts'
import { registries } from './arbitraries.ts'
import { filesOf, read } from './files.ts'

describe('formatRegistry', () => {
  it('writes what reads as the same registry', () => {
    fc.assert(
      fc.property(registries, (registry) => {
        expect({ ...read(formatRegistry(registry)), hash: '' }).toEqual(registry)
      }),
      { numRuns: 300 },
    )
  })

  it('writes no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(registries, (registry) => {
        for (const text of Object.values(formatRegistry(registry))) {
          const cells = (parse(text, { bom: true }) as string[][]).flat()
          expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell))).toEqual([])
        }
      }),
    )
  })

  it('begins with a byte order mark and ends lines as Excel does', () => {
    const units = ['fgw,=cmd(),@b,department,,,,,,+86 10']
    const files = formatRegistry(read(filesOf({ units })))
    expect(Object.keys(files)).toEqual(REGISTRY_FILES)
    for (const text of Object.values(files)) expect(text).toMatch(/^\ufeffid,.*\r\n/)
    expect(files['units.csv']?.split('\r\n')[1]).toBe(`fgw,'=cmd(),'@b,department,,,,,,'+86 10,,,`)
  })
})
