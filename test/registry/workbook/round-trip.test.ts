import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRegistry } from '../../../src/registry/format.ts'
import { SHEETS } from '../../../src/registry/sheets.ts'
import { readSheets } from '../../../src/registry/workbook/read-sheets.ts'
import { registryWorkbook } from '../../../src/registry/workbook/registry-workbook.ts'
import { writeWorkbook } from '../../../src/registry/workbook/write-workbook.ts'
import { registries } from '../arbitraries.ts'
import { imported } from './imported.ts'

describe('a text in a workbook', () => {
  it('is read as it was written, whatever its signs', async () => {
    const words = [
      'toString',
      '__proto__',
      '_x0041_',
      '_x005F_',
      '\u0001',
      '\u007f',
      '\u0085',
      '\ufffd',
      '\uffff',
      '\u{1fffe}',
      '😀',
      '<&">',
      "'",
      '%uFFFE',
    ]
    const [units] = SHEETS
    if (units === undefined) throw new Error('no sheets')
    const read = readSheets(await writeWorkbook([{ ...units, rows: words.map((word) => [word]) }]))
    const cells = read.ok ? (read.sheets[0]?.cells ?? []) : []
    expect(cells.filter((cell) => cell.row > 1).map(({ value }) => value)).toEqual(
      words.map((text) => ({ kind: 'text', text })),
    )
  })
})

describe('a registry as a workbook', () => {
  it('gives the same CSV files again, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(registries, async (registry) => {
        const files = formatRegistry(registry)
        const bytes = await registryWorkbook(registry, null)
        expect(imported(bytes)).toEqual(files)
        expect(imported(bytes, files)).toEqual(files)
      }),
      { numRuns: 20, interruptAfterTimeLimit: 20_000 },
    )
  })

  it('limited to a unit, changes nothing when it comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(registries, async (registry) => {
        const files = formatRegistry(registry)
        const bytes = await registryWorkbook(registry, 'u0')
        expect(imported(bytes, files)).toEqual(files)
      }),
      { numRuns: 5, interruptAfterTimeLimit: 20_000 },
    )
  })
})
