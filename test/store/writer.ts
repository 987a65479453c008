import { openStore } from '../../src/store/open-store.ts'
import { body, failedVerdict, observation, runStart } from './examples.ts'

// A process of its own: writes batches to the store in `file` under the run `run` until it is killed or has written
// `batches`, and says so on stdout after each. Every batch is BATCH observations with bodies, and one set of verdicts.
const BATCH = 300
const VERDICTS = 1_000
const [file = '', run = '', batches = '0'] = process.argv.slice(2)

const store = await openStore(file)
if ((await store.run(run)) === null) await store.startRun(runStart(run))
const already = (await store.observations(run)).length / BATCH
for (let batch = already; batch < already + Number(batches); batch += 1) {
  const pages = Array.from({ length: BATCH }, (_, index) => body(`${run} ${batch} ${index} `.repeat(20)))
  const seen = pages.map((page, index) => observation(`${batch}/${index}`, page))
  await store.addObservations(run, seen, pages)
  const verdicts = Array.from({ length: VERDICTS }, (_, index) => failedVerdict(`${index}`, `rule-${batch}`))
  await store.replaceVerdicts(run, verdicts)
  process.stdout.write(`${batch}\n`)
}
await store.close()
