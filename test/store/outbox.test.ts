import { describe } from 'vitest'
import { outboxCases } from './outbox-cases.ts'
import { sqliteStores } from './stores.ts'

describe('the outbox in SQLite', () => outboxCases(sqliteStores))
