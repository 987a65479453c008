import { openStore } from '../../../src/store/open-store.ts'
import { body, failedVerdict, observation, runStart } from '../../store/examples.ts'
import { workspace } from '../workspace.ts'
import { differing, type KillWorld, keepStore, rowsIn, storeFaults } from './kill-world.ts'

const RUNS = 12
const VERDICTS = 1500
const DAY = 86_400_000
const FIRST = Date.parse('2026-01-10T10:00:00+08:00')

/** Runs of which only the newest and its baseline are kept; with the others go the bodies that only they point to. */
export async function pruneWorld(): Promise<KillWorld> {
  const space = await workspace()
  const store = space.path('store.sqlite')
  const config = await space.write(
    'audit.yaml',
    'store: store.sqlite\nasOf: 2026-11-16\nretention: { runs: P6M, crawls: P3M }\n',
  )
  const shared = body('各次检查共有的网页')
  const opened = await openStore(store)
  for (let at = 0; at < RUNS; at += 1) {
    const id = `run-${at}`
    const startedAt = at === RUNS - 1 ? FIRST + 300 * DAY : FIRST + at * DAY
    const own = body(`网页 ${at} ${'内容'.repeat(400)}`)
    await opened.startRun(runStart(id, { startedAt }))
    await opened.addObservations(id, [observation('shared', shared), observation('own', own)], [shared, own])
    await opened.replaceVerdicts(
      id,
      Array.from({ length: VERDICTS }, (_, key) => failedVerdict(`${key}`)),
    )
    await opened.finishRun(id, 'complete', startedAt)
  }
  await opened.close()
  const kept = await keepStore(space, store)
  const count = (sql: string): readonly unknown[] => rowsIn<unknown>(store, sql)

  return {
    args: ['history', 'prune', '-c', config],
    signs: RUNS - 2,
    begin: () => kept.reset('run'),
    faults: () => [
      ...storeFaults(store),
      ...count(
        `select id from run where ${VERDICTS} <> (select count(*) from verdict where run_id = run.id)
           or 2 <> (select count(*) from observation where run_id = run.id)
           or ${VERDICTS} <> (select count(*) from finding where run_id = run.id)`,
      ).map((one) => `half of a run: ${JSON.stringify(one)}`),
      ...count('select id from observation where body not in (select digest from body)').map(
        (one) => `without its body: ${JSON.stringify(one)}`,
      ),
    ],
    endFaults: () => [
      ...differing('runs', count('select id from run order by id'), [
        { id: `run-${RUNS - 2}` },
        { id: `run-${RUNS - 1}` },
      ]),
      ...differing('bodies', count('select count(*) as n from body'), [{ n: 5 }]),
    ],
    close: async () => {
      kept.close()
      await space.remove()
    },
  }
}
