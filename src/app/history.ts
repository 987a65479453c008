import type { Sealing } from '../core/sealing.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { Config } from './config.ts'
import { mustExist } from './must-exist.ts'
import { chainOf } from './seal.ts'
import { newestEditions, sealedDocument } from './sealed-periods.ts'

/** A sealed period in figures. */
export interface PeriodFigures {
  readonly period: string
  readonly edition: number
  readonly run: string
  readonly sealedOn: string
  readonly sealedBy: string
  readonly units: number
  readonly duties: number
  readonly coverage: number | null
  readonly average: number | null
  readonly median: number | null
  readonly findings: number
  readonly faults: number
  readonly casesOpen: number
  readonly casesOverdue: number
  /** Cases of earlier periods that were closed since the sealing before. */
  readonly casesClosed: number
  /** Score of each unit, by its name; null where it was not complete. */
  readonly scores: Readonly<Record<string, number | null>>
}

/** A link of the chain of sealings, held against its document. */
export interface CheckedSealing {
  readonly sealing: Sealing
  readonly isSound: boolean
}

/** Trends over sealed periods, and whether nothing in them was altered. */
export interface History {
  readonly periods: readonly PeriodFigures[]
  readonly sealings: readonly CheckedSealing[]
}

function figuresOf(sealing: Sealing, { report, cases, sealedOn, sealedBy }: SealedPeriod): PeriodFigures {
  const { totals, units } = report
  return {
    period: sealing.period,
    edition: sealing.edition,
    run: sealing.run,
    sealedOn,
    sealedBy,
    units: totals.units,
    duties: totals.duties,
    coverage: totals.coverage,
    average: totals.averageScore,
    median: totals.medianScore,
    findings: totals.findings,
    faults: totals.faults,
    casesOpen: cases.filter((one) => one.state === 'open').length,
    casesOverdue: cases.filter((one) => (one.overdueWorkdays ?? 0) > 0).length,
    casesClosed: cases.filter((one) => one.state === 'closed').length,
    scores: Object.fromEntries(units.map((unit) => [unit.name, unit.complete ? unit.score : null])),
  }
}

/** Each sealing with whether its document and its link of the chain are what was sealed. */
function checked(sealings: readonly Sealing[], broken: ReadonlySet<Sealing>): readonly CheckedSealing[] {
  let before = ''
  return sealings.map((sealing) => {
    const { document, period, edition, chain } = sealing
    const isSound = !broken.has(sealing) && chain === chainOf(before, document, period, edition)
    before = chain
    return { sealing, isSound }
  })
}

/** Reads every sealed period. Damaged documents are left out of the figures and named in `sealings`. */
export async function history(config: Config): Promise<History> {
  await mustExist(config.store)
  const store = await openPeriodStore(config.store)
  try {
    const sealings = await store.sealings()
    const documents = new Map<Sealing, SealedPeriod>()
    for (const sealing of sealings) {
      const document = await sealedDocument(store, sealing).catch(() => null)
      if (document !== null) documents.set(sealing, document)
    }
    const periods = newestEditions(sealings).flatMap((sealing) => {
      const document = documents.get(sealing)
      return document === undefined ? [] : [figuresOf(sealing, document)]
    })
    const broken = new Set(sealings.filter((one) => !documents.has(one)))
    return { periods, sealings: checked(sealings, broken) }
  } finally {
    await store.close()
  }
}
