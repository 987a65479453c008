import { mkdir, readFile, symlink } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { openStore } from '../../src/store/open-store.ts'
import { explainFault } from '../../src/store/sqlite-faults.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { failedVerdict, observation, runStart } from './examples.ts'

let space: Workspace

beforeEach(async () => {
  space = await workspace()
})

afterEach(() => space.remove())

/** A short wait for other writers, in milliseconds. */
const IMPATIENT = 50

const refusalOf = (action: Promise<unknown>): Promise<unknown> =>
  action.then(
    () => null,
    (fault: unknown) => fault,
  )

async function newStore(path: string): Promise<void> {
  const store = await openStore(path)
  await store.startRun(runStart('a'))
  await store.addObservations(
    'a',
    Array.from({ length: 400 }, (_, index) => observation(`${index}`)),
    [],
  )
  await store.close()
}

const change = (path: string, sql: string): void => {
  const database = new Database(path)
  database.exec(sql)
  database.close()
}

describe('openStore refuses, and says what to do', () => {
  const faults: readonly {
    readonly what: string
    readonly make: () => Promise<string>
    readonly exitCode: number
    readonly says: RegExp
  }[] = [
    {
      what: 'a text file',
      make: () => space.write('store.sqlite', '编号,名称\n'.repeat(200)),
      exitCode: 78,
      says: /不是 portal-audit 的数据库.*not a database file.*--store/,
    },
    {
      what: 'the database of another program',
      make: async () => {
        change(space.path('store.sqlite'), 'create table addressbook (name text)')
        return space.path('store.sqlite')
      },
      exitCode: 78,
      says: /other|another program/,
    },
    {
      what: 'a database with another program’s mark',
      make: async () => {
        change(space.path('store.sqlite'), 'pragma application_id = 1')
        return space.path('store.sqlite')
      },
      exitCode: 78,
      says: /another program/,
    },
    {
      what: 'a database of a newer version',
      make: async () => {
        await newStore(space.path('store.sqlite'))
        change(space.path('store.sqlite'), `insert into kysely_migration values ('9999-later', '2030-01-01')`)
        return space.path('store.sqlite')
      },
      exitCode: 78,
      says: /9999-later.*upgrade portal-audit/,
    },
    {
      what: 'a folder',
      make: async () => {
        await mkdir(space.path('store.sqlite'))
        return space.path('store.sqlite')
      },
      exitCode: 78,
      says: /a folder, not a database file/,
    },
    {
      what: 'a file in a folder that is not there',
      make: async () => space.path('nowhere/store.sqlite'),
      exitCode: 73,
      says: /does not exist or cannot be entered; create it/,
    },
    {
      what: 'a file below a file',
      make: async () => `${await space.write('notes.txt', '')}/store.sqlite`,
      exitCode: 73,
      says: /does not exist or cannot be entered; create it/,
    },
    {
      what: 'a file where none can be made',
      make: async () => {
        await symlink('/proc/store.sqlite', space.path('store.sqlite'))
        return space.path('store.sqlite')
      },
      exitCode: 73,
      says: /neither opened nor created/,
    },
    {
      what: 'a file that is cut short',
      make: async () => {
        await newStore(space.path('store.sqlite'))
        const bytes = await readFile(space.path('store.sqlite'))
        await space.write('store.sqlite', bytes.subarray(0, 6_000))
        return space.path('store.sqlite')
      },
      exitCode: 78,
      says: /damaged/,
    },
  ]

  it.each(faults)('$what', async ({ make, exitCode, says }) => {
    const path = await make()
    const refusal = await refusalOf(openStore(path, IMPATIENT))
    expect(refusal).toBeInstanceOf(InputError)
    expect(refusal).toMatchObject({ exitCode, message: expect.stringMatching(says) })
    expect((refusal as InputError).problems[0]?.file).toBe(path)
  })

  it('another program’s database without changing a byte of it', async () => {
    const path = space.path('store.sqlite')
    change(path, 'create table addressbook (name text)')
    const before = await readFile(path)
    await refusalOf(openStore(path))
    expect(await readFile(path)).toEqual(before)
  })
})

describe('a store that others use', () => {
  it('is refused when its file cannot even be made because another holds it', async () => {
    const path = space.path('store.sqlite')
    const other = new Database(path)
    other.exec('begin exclusive')
    const refusal = await refusalOf(openStore(path, IMPATIENT))
    other.close()
    expect(refusal).toMatchObject({
      name: 'InputError',
      exitCode: 73,
      message: expect.stringMatching(/另一个程序|another program is writing/),
    })
  })

  it('can be read while another writes; a write that waited in vain says so and leaves nothing', async () => {
    const path = space.path('store.sqlite')
    await newStore(path)
    const other = new Database(path)
    other.exec('begin immediate')
    const store = await openStore(path, IMPATIENT)
    expect(await store.observations('a')).toHaveLength(400)
    const refusal = await refusalOf(store.replaceVerdicts('a', [failedVerdict('1')]))
    expect(refusal).toMatchObject({ name: 'InputError', exitCode: 73 })
    other.exec('rollback')
    other.close()
    await store.replaceVerdicts('a', [failedVerdict('2')])
    expect(await store.verdicts('a')).toEqual([failedVerdict('2')])
    await store.close()
  })

  it('may be open twice in one process', async () => {
    const path = space.path('store.sqlite')
    const [first, second] = [await openStore(path), await openStore(path)]
    await first.startRun(runStart('a'))
    await second.startRun(runStart('b'))
    expect((await first.runs()).length).toBe(2)
    await first.close()
    await second.close()
  })
})

describe('a store that is sound', () => {
  it('is opened again with everything in it, an empty file is taken as new, and no side files stay', async () => {
    const path = await space.write('store.sqlite', '')
    await newStore(path)
    const store = await openStore(path)
    expect(await store.observations('a')).toHaveLength(400)
    await store.close()
    await expect(readFile(`${path}-wal`)).rejects.toThrow('ENOENT')
  })

  it('leaves our own faults as they are', async () => {
    const path = space.path('store.sqlite')
    await newStore(path)
    const store = await openStore(path)
    change(path, `create trigger full before insert on verdict begin select raise(fail, 'ours'); end`)
    const fault = await refusalOf(store.replaceVerdicts('a', [failedVerdict('1')]))
    expect(fault).toBeInstanceOf(Error)
    expect(fault).not.toBeInstanceOf(InputError)
    await store.close()
  })
})

describe('a fault of SQLite', () => {
  it.each([
    ['SQLITE_NOTADB', 78, '不是 portal-audit'],
    ['SQLITE_CORRUPT_INDEX', 78, '备份'],
    ['SQLITE_BUSY_SNAPSHOT', 73, 'another program is writing'],
    ['SQLITE_LOCKED', 73, 'another program is writing'],
    ['SQLITE_READONLY_DIRECTORY', 73, 'cannot be written'],
    ['SQLITE_CANTOPEN', 73, 'neither opened nor created'],
    ['SQLITE_FULL', 73, 'disk is full'],
    ['SQLITE_IOERR_WRITE', 73, 'disk failed'],
  ])('%s is explained with the file, the code and exit code %i', (code, exitCode, words) => {
    const explained = explainFault(new Database.SqliteError('technical words', code), 'data/a.sqlite')
    expect(explained).toMatchObject({ name: 'InputError', exitCode })
    expect(String(explained)).toMatch(/data\/a\.sqlite: .*[。.] \/ .*\./)
    expect(String(explained)).toContain(words)
    expect(String(explained)).toContain(code)
  })

  it.each([
    new Database.SqliteError('NOT NULL constraint failed', 'SQLITE_CONSTRAINT_NOTNULL'),
    new TypeError('ours'),
  ])('of our own making stays what it is: %s', (fault) => {
    expect(explainFault(fault, 'a.sqlite')).toBe(fault)
  })
})
