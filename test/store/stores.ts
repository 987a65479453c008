import type { Kysely } from 'kysely'
import { createPeriodStore } from '../../src/store/create-period-store.ts'
import { createRunStore } from '../../src/store/create-run-store.ts'
import { openOutbox, openPeriodStore, openStore } from '../../src/store/open-store.ts'
import { createOutbox, type Outbox } from '../../src/store/outbox.ts'
import type { PeriodStore } from '../../src/store/period-store.ts'
import type { RunStore } from '../../src/store/run-store.ts'
import type { Tables } from '../../src/store/tables.ts'
import { startPostgres } from '../support/postgres.ts'
import { workspace } from '../support/workspace.ts'

/** The stores over one database; each call connects once more. */
export interface Stores {
  runs(): Promise<RunStore>
  periods(): Promise<PeriodStore>
  outbox(): Promise<Outbox>
  /** Takes the database away; stores must be closed before. */
  remove(): Promise<void>
}

/** Makes a new database without a row. */
export type CreateStores = () => Promise<Stores>

/** In a SQLite file of its own. */
const sqliteStores: CreateStores = async () => {
  const space = await workspace()
  const file = space.path('store.sqlite')
  return {
    runs: () => openStore(file),
    periods: () => openPeriodStore(file),
    outbox: () => openOutbox(file),
    remove: () => space.remove(),
  }
}

const asItWas = (fault: unknown): unknown => fault

/** In a database that `connect` connects to. */
export const storesOver = (connect: () => Kysely<Tables>): Stores => ({
  runs: async () => createRunStore(connect(), 'postgres', asItWas),
  periods: async () => createPeriodStore(connect(), 'postgres', asItWas),
  outbox: async () => createOutbox(connect(), asItWas),
  remove: async () => {},
})

/** A kind of database that stores promise the same over. */
export interface Database {
  readonly create: CreateStores
  close(): Promise<void>
}

/** Each kind by its name, started when it is opened. */
export const DATABASES: readonly (readonly [name: string, open: () => Promise<Database>])[] = [
  ['SQLite', async () => ({ create: sqliteStores, close: async () => {} })],
  [
    'PostgreSQL',
    async () => {
      const postgres = await startPostgres()
      return { create: async () => storesOver(await postgres.create()), close: postgres.stop }
    },
  ],
]
