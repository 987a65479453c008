import type { AuditReport } from '../report/audit-report.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { Config } from './config.ts'
import { newestEditions, sealedDocument } from './sealed-periods.ts'

/** Periods that were sealed from runs before a report's, the oldest first, each in its newest edition. */
export async function earlierPeriods(config: Config, report: AuditReport): Promise<readonly SealedPeriod[]> {
  const store = await openPeriodStore(config.store)
  try {
    const periods: SealedPeriod[] = []
    for (const sealing of newestEditions(await store.sealings()))
      periods.push(await sealedDocument(store, sealing))
    return periods.filter((one) => one.report.run.asOf < report.run.asOf)
  } finally {
    await store.close()
  }
}
