import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { all } from '../support/nights/changes.ts'
import { type Night, type Nights, openNights } from '../support/nights/nights.ts'
import { changes, worlds } from '../support/nights/random-nights.ts'

let nights: Nights
beforeAll(async () => {
  nights = await openNights()
})
afterAll(async () => {
  await nights.close()
})

const options = fc.constantFrom<readonly string[]>(
  [],
  ['--all'],
  ['--fragments'],
  ['--all', '--fragments', '--host', '*.city.example'],
  ['--depth', '3'],
)

it('whatever happens to a site in two or three nights, the report is that of a crawl without any night before', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, changes, options, async (world, happens, args) => {
      const list: Night[] = [{ world, args }]
      let now = world
      for (const each of happens) {
        now = all(...each)(now)
        list.push({ world: now, args })
      }
      await nights.compare(list)
    }),
    { numRuns: 40 },
  )
  expect(nights.served.unchanged()).toBeGreaterThan(100)
})
