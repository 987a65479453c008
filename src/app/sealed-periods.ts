import { byPeriod, type CircularPeriod, parseCircularPeriod } from '../core/circular-period.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { Sealing } from '../core/sealing.ts'
import { type SealedPeriod, sealedShape } from '../report/sealed-shape.ts'
import { openPeriodStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import type { Config } from './config.ts'
import { mustExist } from './must-exist.ts'

/** Reads `2026-11` or `2026-Q4`. Throws {@link InputError} (usage) for anything else. */
export function periodNamed(text: string): CircularPeriod {
  const period = parseCircularPeriod(text)
  if (period !== null) return period
  const message = `“${text}”不是通报期，应如 2026-11 或 2026-Q4 / not a period; write it like 2026-11 or 2026-Q4.`
  throw new InputError([{ file: '--period', message }], EXIT.usage)
}

/** A sealed document, read from the store. Throws {@link InputError} when it is missing or damaged. */
export async function sealedDocument(store: PeriodStore, sealing: Sealing): Promise<SealedPeriod> {
  const bytes = await store.document(sealing.document)
  const read = bytes === null ? null : sealedShape.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
  if (read?.success) return read.data
  const place = read?.error.issues[0]?.path.join('.') ?? ''
  const message =
    read === null
      ? `已封存的 ${sealing.period} 无法读取；请从备份恢复数据库 / the sealed period ${sealing.period} cannot be read; restore the database from a backup.`
      : `已封存的 ${sealing.period} 无法读取（${place}），可能由更新的版本封存；请升级 portal-audit / the sealed period ${sealing.period} cannot be read (${place}); a newer version may have sealed it: upgrade portal-audit.`
  throw new InputError([{ file: sealing.period, message }])
}

/** The newest edition of each sealed period, earlier periods first. */
export function newestEditions(sealings: readonly Sealing[]): readonly Sealing[] {
  const newest = new Map<CircularPeriod, Sealing>()
  for (const sealing of sealings)
    if (sealing.edition > (newest.get(sealing.period)?.edition ?? 0)) newest.set(sealing.period, sealing)
  return [...newest.values()].sort((a, b) => byPeriod(a.period, b.period))
}

/** A sealed period and those before it, earlier ones first, each in its newest edition. */
export interface SealedWithEarlier {
  readonly sealed: SealedPeriod
  readonly earlier: readonly SealedPeriod[]
}

/** `period` may be `latest`. Throws {@link InputError} (usage) for one that is not sealed, naming those that are. */
export async function readSealed(config: Config, period: string): Promise<SealedWithEarlier> {
  await mustExist(config.store)
  const store = await openPeriodStore(config.store)
  try {
    const sealings = newestEditions(await store.sealings())
    const wanted = period === 'latest' ? sealings.at(-1)?.period : periodNamed(period)
    const at = sealings.findIndex((one) => one.period === wanted)
    const found = sealings[at]
    if (found === undefined) {
      const known = sealings.map((one) => one.period).join(', ')
      const message = `${period} 尚未封存；请先用 portal-audit seal / ${period} is not sealed; run portal-audit seal first.${known === '' ? '' : ` 已封存 / sealed: ${known}`}`
      throw new InputError([{ file: config.store, message }], EXIT.usage)
    }
    const earlier: SealedPeriod[] = []
    for (const one of sealings.slice(0, at)) earlier.push(await sealedDocument(store, one))
    return { sealed: await sealedDocument(store, found), earlier }
  } finally {
    await store.close()
  }
}
