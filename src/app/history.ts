import { join } from 'node:path'
import type { Sealing } from '../core/sealing.ts'
import { historyPage } from '../report/history-page.ts'
import { type PeriodFigures, periodFigures } from '../report/period-figures.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { Config } from './config.ts'
import { mustExist } from './must-exist.ts'
import { chainOf } from './seal.ts'
import { newestEditions, sealedDocument } from './sealed-periods.ts'
import { readTemplates } from './templates.ts'
import { writeFiles } from './write-files.ts'

/** A link of the chain of sealings, held against its document. */
export interface CheckedSealing {
  readonly sealing: Sealing
  readonly isSound: boolean
}

/** Trends over sealed periods, and whether nothing in them was altered. */
export interface History {
  readonly periods: readonly PeriodFigures[]
  readonly sealings: readonly CheckedSealing[]
  /** The sealed documents, each in its newest edition, the oldest first. */
  readonly documents: readonly SealedPeriod[]
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
    const newest = newestEditions(sealings).flatMap((sealing) => documents.get(sealing) ?? [])
    const broken = new Set(sealings.filter((one) => !documents.has(one)))
    return {
      periods: newest.map(periodFigures),
      sealings: checked(sealings, broken),
      documents: newest,
    }
  } finally {
    await store.close()
  }
}

/** Writes the page of all sealed periods into a folder and returns its path. Throws {@link InputError}. */
export async function writeHistoryPage(documents: readonly SealedPeriod[], config: Config): Promise<string> {
  const page = historyPage(documents, await readTemplates(config.templates ?? undefined))
  await writeFiles(config.out, [page])
  return join(config.out, page.path)
}
