import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../src/facts/read-page.ts'
import { AS_OF, HERE } from '../support/check-cases.ts'
import { HUGE_PAGES, spoilt, WHOLE_PAGES } from './hostile-pages.ts'
import { MUTATIONS } from './mutations.ts'

/** Processor seconds that one page may take, on whatever machine. */
const MOST_SECONDS = 20

const read = (bytes: Uint8Array) =>
  readPage({ bytes, contentType: 'text/html', address: HERE, observedOn: AS_OF })

/** What must hold of every page, whatever it is. */
function expectHonest(bytes: Uint8Array): void {
  const page = read(bytes)
  expect(page.kind).toMatch(/^[a-z-]+$/)
  if (page.published !== null) expect(page.published.date <= AS_OF).toBe(true)
  if (page.listing.kind === 'entries' && page.listing.newest !== null)
    expect(page.listing.newest <= AS_OF).toBe(true)
}

describe('broken and hostile pages', () => {
  it('are read without a throw, 2,000 of them, one and two mutations deep', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WHOLE_PAGES),
        fc.array(fc.constantFrom(...Object.keys(MUTATIONS)), { minLength: 1, maxLength: 2 }),
        fc.infiniteStream(fc.nat(0x7fffffff)),
        (page, names, stream) => {
          const chance = (limit: number): number => (stream.next().value ?? 0) % Math.max(1, limit)
          expectHonest(spoilt(page, names, chance))
        },
      ),
      { numRuns: 2_000, seed: 20261116 },
    )
  }, 240_000)

  it.each(Object.entries(HUGE_PAGES))(
    '20 MB of %s are read honestly, in bounded time',
    (_what, made) => {
      const bytes = made()
      const before = process.cpuUsage()
      expectHonest(bytes)
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(MOST_SECONDS)
    },
    120_000,
  )

  it.each([
    ['nothing', new Uint8Array()],
    ['a NUL', new Uint8Array(1)],
    ['NULs', new Uint8Array(1000)],
    ['white space', new TextEncoder().encode(' \n\u3000&nbsp;')],
  ])('of %s it is said that it is empty', (_what, bytes) => {
    expect(read(bytes).kind).toBe('empty')
  })

  it('a picture is read without a throw', () => {
    expectHonest(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46))
  })
})
