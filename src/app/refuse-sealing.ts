import type { CircularPeriod } from '../core/circular-period.ts'
import { dayAt } from '../core/day.ts'
import { EXIT, type ExitCode, InputError, type Problem } from '../core/errors.ts'
import type { Bilingual } from '../core/message.ts'
import type { Sealing } from '../core/sealing.ts'
import { newestEditions } from './sealed-periods.ts'

/** Throws {@link InputError} with everything that stands against a sealing. */
export function refuseSealing(
  period: CircularPeriod,
  refusals: readonly Bilingual[],
  exitCode: ExitCode = EXIT.unreliable,
): never {
  throw new InputError(
    refusals.map(
      ({ zh, en }): Problem => ({ file: period, message: `不能封存：${zh} / not sealed: ${en}.` }),
    ),
    exitCode,
  )
}

function outOfOrder(
  period: CircularPeriod,
  sealings: readonly Sealing[],
  erratum: string | null,
): Bilingual | null {
  const replaced = sealings.filter((one) => one.period === period).at(-1)
  if (replaced !== undefined)
    return erratum !== null
      ? null
      : {
          zh: `已于 ${dayAt(replaced.sealedAt)} 由${replaced.sealedBy}封存，不得改动；确有错误的，用 --erratum 写明更正原因`,
          en: `it was sealed on ${dayAt(replaced.sealedAt)} by ${replaced.sealedBy} and is never altered; correct it with --erratum and the reason`,
        }
  if (erratum !== null)
    return { zh: '尚未封存，无从更正', en: 'it is not sealed, so there is nothing to correct' }
  const later = newestEditions(sealings).find(
    (one) => one.period > period && one.period.length === period.length,
  )
  return later === undefined
    ? null
    : {
        zh: `其后的 ${later.period} 已封存，不能再封存更早的一期`,
        en: `${later.period} is sealed already; an earlier period cannot be sealed after it`,
      }
}

/**
 * Refuses, as misuse, to seal a period a second time without an erratum, to correct one that is not sealed, and to seal
 * one after a later one of its kind. `sealings` are all there are, in their order.
 */
export function refuseOutOfOrder(
  period: CircularPeriod,
  sealings: readonly Sealing[],
  erratum: string | null,
): void {
  const wrong = outOfOrder(period, sealings, erratum)
  if (wrong !== null) refuseSealing(period, [wrong], EXIT.usage)
}
