import { describe } from 'vitest'
import { periodStoreCases } from './period-store-cases.ts'
import { sqliteStores } from './stores.ts'

describe('the period store in SQLite', () => periodStoreCases(sqliteStores))
