import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Nights, openNights } from '../support/nights/nights.ts'
import { page, SITE, START, worldOf } from '../support/nights/world.ts'

let nights: Nights
beforeAll(async () => {
  nights = await openNights()
})
afterAll(async () => {
  await nights.close()
})

const LENGTH = 300
/** Addresses with a session that changes from page to page. */
const addresses = Array.from(
  { length: LENGTH },
  (_, at) => `/k/${(0x9e3779b97f4a7c15n * BigInt(at + 1)).toString(16).padStart(24, '0').slice(-24)}.html`,
)
const WORLD = worldOf({
  [START]: page([addresses[0] ?? '']),
  ...Object.fromEntries(addresses.map((one, at) => [`${SITE}${one}`, page([addresses[at + 1] ?? one])])),
})

it('one page under ever new addresses is followed no further night after night, though it has not changed', async () => {
  const [first, ...later] = await nights.compare([{ world: WORLD }, { world: WORLD }, { world: WORLD }])
  expect(first?.report.cutShort.map(({ reason }) => reason)).toEqual(['same-content'])
  expect(first?.report.counts.pages).toBeLessThan(LENGTH / 2)
  for (const night of later) expect(night).toEqual(first)
})
