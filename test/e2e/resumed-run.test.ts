import { readFile } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

let space: CityWorkspace
beforeAll(async () => {
  space = await cityWorkspace('formats: [json]\n')
})
afterAll(() => space.close())

const work = <Result>(job: (database: Database.Database) => Result): Result => {
  const database = new Database(space.path('store.sqlite'))
  database.pragma('foreign_keys = off')
  const result = job(database)
  database.close()
  return result
}

/** What was asked, and what the report counts. */
async function ended() {
  const asked = work((database) =>
    database.prepare('select id, origin from observation order by id').all(),
  ) as readonly { readonly id: string; readonly origin: string }[]
  const report = JSON.parse(await readFile(space.path('reports/report.json'), 'utf8')) as AuditReport
  return { asked: asked.filter(({ id }) => !id.startsWith('canary')), totals: report.totals }
}

/** Lets a run forget those of its answers, in the order of their ids, whose place is chosen. */
const forget = (isChosen: (place: number) => boolean): void =>
  work((database) => {
    const ids = database.prepare('select id from observation order by id').pluck().all()
    const remove = database.prepare('delete from observation where id = ?')
    for (const id of ids.filter((_id, place) => isChosen(place))) remove.run(id)
    for (const table of ['verdict', 'finding', 'evidence']) {
      const isThere = database.prepare('select 1 from sqlite_master where name = ?').get(table) !== undefined
      if (isThere) database.prepare(`delete from ${table}`).run()
    }
    database.prepare("update run set state = 'running', finished_at = null").run()
  })

describe('a run that knows half of its answers when it is resumed', () => {
  it('asks the same questions as one that nobody disturbed', async () => {
    const audit = ['audit', '-c', space.config, '--quiet']
    await portalAudit(...audit, '--unit', '市民政局')
    const whole = await ended()
    expect(whole.asked.length).toBeGreaterThan(100)
    for (const parts of [2, 3]) {
      forget((place) => place % parts === 0)
      await portalAudit(...audit, '--resume')
      expect(await ended()).toEqual(whole)
      forget((place) => place % parts !== 0)
      await portalAudit(...audit, '--resume')
      expect(await ended()).toEqual(whole)
    }
  })
})
