import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Edge, eachEdge, edgeWriter } from '../../src/crawl/packed-edges.ts'

const unpacked = (packed: Uint8Array): readonly Edge[] => {
  const edges: Edge[] = []
  eachEdge(packed, (to, line, kind) => edges.push({ to, line, kind }))
  return edges
}

describe('packed edges', () => {
  it('come back as they were, page after page', () => {
    const writer = edgeWriter()
    const edge = fc.record({
      to: fc.nat(0xfffffffe),
      line: fc.integer({ min: 1, max: 2_000_000 }),
      kind: fc.nat(60),
    })
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 400 }), (edges) => {
        for (const { to, line, kind } of edges) writer.add(to, line, kind)
        expect(unpacked(writer.take())).toEqual(edges)
      }),
      { numRuns: 200 },
    )
  })

  it('take some six bytes each on an ordinary page', () => {
    const writer = edgeWriter()
    for (let at = 0; at < 45; at += 1) writer.add(15_000 + at * 37, 40 + at, 0)
    expect(writer.take().length).toBeLessThan(45 * 6)
  })

  it.each([[[0x80]], [[1]], [[1, 2]], [[1, 2, 0x80]]])('that end too early are refused: %j', (bytes) => {
    expect(() => unpacked(Uint8Array.from(bytes))).toThrow(RangeError)
  })
})
