import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvSpans } from '../../src/registry/csv-spans.ts'
import { rawRows } from '../../src/registry/raw-rows.ts'

const cell = fc.oneof(fc.string(), fc.constantFrom('', 'a,b', '"', '说"好"', 'x\ny', '\r\n', '""'))
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))

describe('csvSpans', () => {
  it('sees the cells and lines that the registry reads, and leaves no byte out', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('unix', 'windows'), fc.boolean(), (rows, delimiter, bom) => {
        const text = stringify(rows, { record_delimiter: delimiter, bom, quoted: rows.length % 2 === 0 })
        const { rows: read, fault } = rawRows(text)
        fc.pre(fault === null)
        const spans = csvSpans(text).map(({ line, cells }) => ({ line, cells: cells.map((one) => one.text) }))
        expect(spans.filter(({ cells }) => cells.some((one) => one !== ''))).toEqual(read)
        expect(csvSpans(text).at(-1)?.end ?? text.length).toBe(text.length)
      }),
    )
  })

  it('counts lines as an editor does', () => {
    expect(csvSpans('a,b\r\n"x\r\ny",z\r\n\r\nlast').map((record) => record.line)).toEqual([1, 2, 4, 5])
  })
})
