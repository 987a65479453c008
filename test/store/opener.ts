import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../src/store/open-store.ts'
import { runStart } from './examples.ts'

// A process of its own: makes or opens `0.sqlite`, `1.sqlite`, … in `folder`, each at an appointed moment, so that
// several such processes meet there, and starts a run of its own in each.
const STEP = 100
const [folder = '', run = '', files = '0', start = '0'] = process.argv.slice(2)

for (let file = 0; file < Number(files); file += 1) {
  const moment = Number(start) + file * STEP
  await sleep(Math.max(0, moment - Date.now() - 5))
  while (Date.now() < moment);
  const store = await openStore(`${folder}/${file}.sqlite`)
  await store.startRun(runStart(run))
  await store.close()
}
