import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Nights, openNights } from '../support/nights/nights.ts'
import { histories } from '../support/nights/random-nights.ts'

const RUNS = 30
/** Milliseconds after which a busy machine, or the search for a smaller example, has had enough. */
const LONGEST = 15_000

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
    fc.asyncProperty(histories, options, async (history, args) => {
      await nights.compare(history.map((world) => ({ world, args })))
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: LONGEST },
  )
  expect(nights.served.unchanged()).toBeGreaterThan(0)
})
