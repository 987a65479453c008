import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PeriodStore, SeenHistories } from '../../src/store/period-store.ts'
import { AT, caseOf, historyOf, periodOf } from '../period/examples.ts'
import { runStart } from './examples.ts'
import { document, review, sealing, seenIn } from './period-examples.ts'
import { DATABASES, type Database, type Stores } from './stores.ts'

describe.each(DATABASES)('the period store in %s', (_name, open) => {
  let database: Database
  let stores: Stores
  let store: PeriodStore
  let other: PeriodStore

  beforeAll(async () => {
    database = await open()
    stores = await database.create()
    const runs = await stores.runs()
    await runs.startRun(runStart('r1'))
    await runs.close()
    store = await stores.periods()
    other = await stores.periods()
  })
  afterAll(async () => {
    await store.close()
    await other.close()
    await stores.remove()
    await database.close()
  })

  describe('what people decide', () => {
    it('is kept as it was, in its order', async () => {
      const all = [
        review(),
        review({ number: 2, decision: 'confirmed', at: AT + 1 }),
        review({ fingerprint: 'f2', at: AT + 2 }),
      ]
      expect(await store.addReviews(all)).toEqual({ ok: true })
      expect(await other.reviews('r1')).toEqual(all)
      expect(await other.reviews()).toEqual(all)
      expect(await other.reviews('r2')).toEqual([])
    })

    it('of two who saw the same history one is refused, with all that it brought', async () => {
      const [mine, yours] = [
        review({ fingerprint: 'f3' }),
        review({ fingerprint: 'f3', decision: 'confirmed' }),
      ]
      const beside = review({ fingerprint: 'f4' })
      expect(await store.addReviews([mine])).toEqual({ ok: true })
      expect(await other.addReviews([beside, yours])).toEqual({ ok: false })
      const kept = (await store.reviews('r1')).filter((one) => ['f3', 'f4'].includes(one.fingerprint))
      expect(kept).toEqual([mine])
    })
  })

  describe('a sealing', () => {
    const cases = [caseOf('f1'), caseOf('f2', { dueOn: null })]
    const [first] = cases
    const events =
      first === undefined ? [] : historyOf(first, { kind: 'replied', cause: '改版', measure: '已恢复' })

    it('is written with its document, cases and histories', async () => {
      expect(await store.seal({ sealing: sealing(), document, cases, events }, await seenIn(store))).toEqual({
        ok: true,
      })
      expect(await other.sealings()).toEqual([sealing()])
      expect(await other.document(document.digest)).toEqual(document.bytes)
      expect(await other.cases()).toEqual(cases)
      expect(await other.cases(periodOf('2026-12'))).toEqual([])
      expect(await other.caseEvents()).toEqual(events)
    })

    it.each([
      ['the same edition again', sealing({ chain: 'dd' }), {}],
      ['another one after the same sealings', sealing({ edition: 2 }), { sealings: -1 }],
      ['one that knows a decision less', sealing({ edition: 2 }), { reviews: -1 }],
      ['one that knows an entry of a case less', sealing({ edition: 2 }), { caseEvents: -1 }],
    ])('is never written over: %s', async (_, again, missed: Partial<SeenHistories>) => {
      const late = caseOf('f9')
      const all = await seenIn(other)
      const seen = {
        sealings: all.sealings + (missed.sealings ?? 0),
        reviews: all.reviews + (missed.reviews ?? 0),
        caseEvents: all.caseEvents + (missed.caseEvents ?? 0),
      }
      const rows = { sealing: again, document, cases: [late], events: [] }
      expect(await other.seal(rows, seen)).toEqual({ ok: false })
      expect(await store.sealings()).toEqual([sealing()])
      expect((await store.cases()).map((one) => one.id)).not.toContain(late.id)
    })

    it('an erratum stands beside it', async () => {
      const erratum = sealing({ edition: 2, reason: '误判' })
      expect(
        await store.seal({ sealing: erratum, document, cases: [], events: [] }, await seenIn(store)),
      ).toEqual({ ok: true })
      expect((await store.sealings()).map((one) => one.edition)).toEqual([1, 2])
    })

    it('a history that somebody else has continued is not written twice', async () => {
      expect(await other.addCaseEvents(events)).toEqual({ ok: false })
      expect(await store.caseEvents()).toEqual(events)
    })
  })
})
