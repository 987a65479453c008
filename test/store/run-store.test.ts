import { describe } from 'vitest'
import { runStoreCases } from './run-store-cases.ts'
import { sqliteStores } from './stores.ts'

describe('the run store in SQLite', () => runStoreCases(sqliteStores))
