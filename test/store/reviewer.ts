import type { Decision } from '../../src/core/review.ts'
import { openPeriodStore } from '../../src/store/open-store.ts'

// A process of its own: decides on every finding of the run `r1` that nobody has decided on yet, one after the other, and
// says on stdout which decisions were its own.
const [file = '', reviewer = '', decision = 'confirmed', count = '0'] = process.argv.slice(2)

const store = await openPeriodStore(file)
for (let at = 0; at < Number(count); at += 1) {
  const fingerprint = `f${at}`
  const known = (await store.reviews('r1')).filter((one) => one.fingerprint === fingerprint)
  if (known.length > 0) continue
  const review = {
    run: 'r1',
    fingerprint,
    number: 1,
    decision: decision as Decision,
    reviewer,
    reason: '已核实',
    measured: 'aa',
    at,
  }
  if ((await store.addReviews([review])).ok) process.stdout.write(`${fingerprint}\n`)
}
await store.close()
