import { createHash } from 'node:crypto'
import type { CircularPeriod } from '../core/circular-period.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { Digest } from '../core/ids.ts'
import type { Sealing } from '../core/sealing.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { prepareSealing, type SealRequest } from './prepare-sealing.ts'
import { refuseSealing } from './refuse-sealing.ts'
import { rejudge } from './rejudge.ts'

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

/**
 * Freezes a period: the run, the rule pack's version and hash, the registry's hash, reviews and scores, with the ledger
 * of cases followed up and extended. Throws {@link InputError} with everything that stands against it, and nothing is
 * written then. A sealed period is never altered; an erratum is one more edition that names what it replaces.
 */
export async function seal(config: Config, request: SealRequest, edges: Edges): Promise<Sealed> {
  const { period, by } = request
  if (by.trim() === '')
    throw new InputError(
      [{ file: period, message: '请用 --by 写明封存人 / name who seals it with --by.' }],
      EXIT.usage,
    )
  const judged = await rejudge(config, request.run)
  const store = await openPeriodStore(config.store)
  try {
    const at = edges.now()
    const { document, ledger, position, chain } = await prepareSealing(config, request, judged, store, at)
    const bytes = new TextEncoder().encode(JSON.stringify(document))
    const digest = sha256(bytes)
    const sealing: Sealing = {
      period,
      edition: document.edition,
      run: judged.run.id,
      sealedAt: at,
      sealedBy: by.trim(),
      reason: request.erratum ?? '',
      document: digest,
      chain: chainOf(chain, digest, period, document.edition),
    }
    const { cases, events } = ledger
    const rows = { sealing, document: { digest, bytes }, cases, events }
    if (!(await store.seal(rows, position)).ok)
      refuseSealing(period, [
        {
          zh: '其他人正在封存或登记整改，未写入；请重试',
          en: 'somebody else was sealing or writing to the cases, nothing was written; try again',
        },
      ])
    const casesClosed = events.filter(({ step }) => step.kind === 'closed').length
    return { sealing, document, casesOpened: cases.length, casesClosed }
  } finally {
    await store.close()
  }
}
