import { registryTemplate } from '../../../src/registry/template.ts'
import { portalAudit } from '../command-line.ts'
import { startServer } from '../server.ts'
import { workspace } from '../workspace.ts'
import { differing, type KillWorld, keepStore, rowsIn, storeFaults } from './kill-world.ts'

const HOST = 'www.city.example'
const COLUMNS = 12
/** Requests of a recheck, and what it notes in the cases that it looked at. */
const REQUESTS = 38
const NOTES = 29

/** A column as departments keep them, its newest entry of a day of some month. */
const column = (month: string): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>公告</title><h1>公告</h1><ul class="list">${Array.from(
    { length: 8 },
    (_, at) =>
      `<li><a href="/entry/${at}.html">关于公布第${at + 1}批事项的通知</a><span>${month}-${20 - at}</span></li>`,
  ).join('\n')}</ul>`

async function done(...args: readonly string[]): Promise<void> {
  const { code, err } = await portalAudit(...args)
  if (code !== 0 && code !== 2) throw new Error(`${args[0]} ended with ${code}: ${err}`)
}

interface EventRow {
  readonly case_id: string
  readonly number: number
  readonly step: string
}

/** A sealed period with cases of twelve columns, every second of which has been mended since. */
export async function recheckWorld(): Promise<KillWorld> {
  let isMended = false
  const server = await startServer((request, response) => {
    const [, at] = /^\/column\/(\d+)\/$/.exec(request.url ?? '') ?? []
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (at === undefined) response.writeHead(404).end('none')
    else response.end(column(isMended && Number(at) % 2 === 0 ? '2026-11' : '2025-03'))
  })
  const space = await workspace()
  const store = space.path('store.sqlite')
  const config = await space.write(
    'audit.yaml',
    `city: 云川市
store: store.sqlite
asOf: 2026-11-26
unreliable: { maximumFailedShare: 1, maximumFailedJump: 1 }
fetch: { perHost: { connections: 2, gapMilliseconds: 0 }, resolve: ['${HOST}=127.0.0.1:${server.port}'] }
`,
  )
  for (const [name, text] of Object.entries(registryTemplate())) {
    const rows = Array.from(
      { length: COLUMNS },
      (_, at) => `c${at},qingxi,1.1,栏目${at},submitted,,http://${HOST}/column/${at}/`,
    )
    const columns = [text.split('\n')[0]?.trim(), ...rows, ''].join('\n')
    await space.write(`registry/${name}`, name === 'columns.csv' ? columns : text)
  }
  await done('audit', '-c', config, '--quiet')
  await done('review', 'confirm', '--severity', 'critical', '--by', '李四', '-c', config)
  await done('seal', '--period', '2026-11', '--by', '张三', '-c', config)
  isMended = true
  const kept = await keepStore(space, store)

  const events = (): readonly EventRow[] =>
    rowsIn<EventRow>(store, 'select case_id, number, step from case_event order by case_id, number')
  const stepsOf = (kind: string): readonly (EventRow & { readonly run: string; readonly result: string })[] =>
    events().flatMap((one) => {
      const step = JSON.parse(one.step)
      return step.kind === kind ? [{ ...one, ...step }] : []
    })
  const numbersOf = (id: string): readonly number[] =>
    events()
      .filter((one) => one.case_id === id)
      .map((one) => one.number)

  return {
    args: ['recheck', '-c', config, '--quiet', '--unit', 'qingxi'],
    signs: REQUESTS + NOTES,
    begin: async () => {
      const notes = await kept.reset('case_event')
      const before = server.requests.length
      return () => server.requests.length - before + notes()
    },
    faults: () => {
      const runs = new Map(
        rowsIn<{ id: string; state: string }>(store, 'select id, state from run').map((one) => [
          one.id,
          one.state,
        ]),
      )
      const ids = [...new Set(events().map((one) => one.case_id))]
      return [
        ...storeFaults(store),
        ...ids.flatMap((id) =>
          differing(
            `history of ${id}`,
            numbersOf(id),
            numbersOf(id).map((_, at) => at + 1),
          ),
        ),
        ...stepsOf('rechecked').flatMap(({ run }) => differing(`run ${run}`, runs.get(run), 'complete')),
      ]
    },
    endFaults: () => {
      const closed = stepsOf('closed').map((one) => one.case_id)
      const last = new Map(stepsOf('rechecked').map((one) => [one.case_id, one.result]))
      const count = (result: string): number => [...last.values()].filter((one) => one === result).length
      const fixed = [...last].filter(([, result]) => result === 'fixed').map(([id]) => id)
      return [
        ...differing('cases closed', [...closed].sort(), fixed.sort()),
        ...differing('cases mended', count('fixed') >= COLUMNS / 2, true),
        ...differing('cases not mended', count('notFixed') >= COLUMNS / 2, true),
      ]
    },
    close: async () => {
      kept.close()
      await server.close()
      await space.remove()
    },
  }
}
