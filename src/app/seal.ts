import { createHash } from 'node:crypto'
import type { CircularPeriod } from '../core/circular-period.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { Digest } from '../core/ids.ts'
import type { Sealing } from '../core/sealing.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import { FINISHED_RUNS, lockWork } from '../store/work-lock.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { mustExist } from './must-exist.ts'
import { prepareSealing, type SealRequest } from './prepare-sealing.ts'
import { refuseSealing } from './refuse-sealing.ts'
import { type Rejudged, rejudge } from './rejudge.ts'

/** What a sealing ends with. */
export interface Sealed {
  readonly sealing: Sealing
  readonly document: SealedPeriod
  readonly casesOpened: number
  readonly casesClosed: number
}

const sha256 = (data: string | Uint8Array): Digest => createHash('sha256').update(data).digest('hex')

/** The link of the chain that a document makes: over the link before, the document, and what it is sealed as. */
export const chainOf = (before: Digest, document: Digest, period: CircularPeriod, edition: number): Digest =>
  sha256([before, document, period, edition].join('\n'))

/** The run is judged so often when somebody decides, or writes to a case, meanwhile. */
const TRIES = 3

/** Seals what was judged; null when somebody has decided, or written to a case, since then. */
async function sealOnce(
  config: Config,
  request: SealRequest,
  judged: Rejudged,
  store: PeriodStore,
  edges: Edges,
): Promise<Sealed | null> {
  const { period, by, erratum } = request
  const at = edges.now()
  const { document, ledger, seen, chain } = await prepareSealing(config, request, judged, store, at)
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  const digest = sha256(bytes)
  const sealing: Sealing = {
    period,
    edition: document.edition,
    run: judged.run.id,
    sealedAt: at,
    sealedBy: by.trim(),
    reason: erratum ?? '',
    document: digest,
    chain: chainOf(chain, digest, period, document.edition),
  }
  const { cases, events } = ledger
  const added = await store.seal({ sealing, document: { digest, bytes }, cases, events }, seen)
  if (!added.ok) return null
  const casesClosed = events.filter(({ step }) => step.kind === 'closed').length
  return { sealing, document, casesOpened: cases.length, casesClosed }
}

/**
 * Freezes a period: the run, the rule pack's version and hash, the registry's hash, reviews and scores, with the ledger
 * of cases followed up and extended. Throws {@link InputError} with everything that stands against it, and nothing is
 * written then. A sealed period is never altered; an erratum is one more edition that names what it replaces. When somebody
 * decides meanwhile, or writes to a case, the run is judged again. An audit may go on at the same time, for it touches no
 * run that is finished; whatever does ({@link FINISHED_RUNS}) may not.
 */
export async function seal(config: Config, request: SealRequest, edges: Edges): Promise<Sealed> {
  const { period, by } = request
  if (by.trim() === '')
    throw new InputError(
      [{ file: period, message: '请用 --by 写明封存人 / name who seals it with --by.' }],
      EXIT.usage,
    )
  await mustExist(config.store)
  const lock = lockWork(config.store, FINISHED_RUNS)
  try {
    const store = await openPeriodStore(config.store)
    try {
      let run = request.run
      for (let left = TRIES; left > 0; left -= 1) {
        const judged = await rejudge(config, run)
        const sealed = await sealOnce(config, request, judged, store, edges)
        if (sealed !== null) return sealed
        // What was `latest` at first is meant to the end.
        run = judged.run.id
      }
    } finally {
      await store.close()
    }
  } finally {
    lock.release()
  }
  refuseSealing(
    period,
    [
      {
        zh: '封存期间不断有人复核或登记整改，未写入；请待其结束后重试',
        en: 'decisions or entries of cases kept coming while it was judged, nothing was written; try again when that has ended',
      },
    ],
    EXIT.tryAgain,
  )
}
