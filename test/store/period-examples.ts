import type { Review } from '../../src/core/review.ts'
import type { Sealing } from '../../src/core/sealing.ts'
import type { PeriodStore, SeenHistories } from '../../src/store/period-store.ts'
import { AT, periodOf } from '../period/examples.ts'
import { body } from './examples.ts'

/** A dismissal of the finding f1 of the run r1. */
export const review = (change: Partial<Review> = {}): Review => ({
  run: 'r1',
  fingerprint: 'f1',
  number: 1,
  decision: 'dismissed',
  reviewer: '李四',
  reason: '已人工核实',
  measured: 'aa',
  at: AT,
  ...change,
})

/** A sealed document. */
export const document = body('{"schema":"portal-audit/period"}')
/** The sealing of 2026-11, over the run r1. */
export const sealing = (change: Partial<Sealing> = {}): Sealing => ({
  period: periodOf('2026-11'),
  edition: 1,
  run: 'r1',
  sealedAt: AT,
  sealedBy: '张三',
  reason: '',
  document: document.digest,
  chain: 'cc',
  ...change,
})

/** The histories of a store as they are now. */
export const seenIn = async (store: PeriodStore): Promise<SeenHistories> => ({
  sealings: (await store.sealings()).length,
  reviews: (await store.reviews()).length,
  caseEvents: (await store.caseEvents()).length,
})
