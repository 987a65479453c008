import type { Kysely } from 'kysely'
import { numberList } from '../core/number-list.ts'
import type { UnchangedAnswer } from './crawl-store.ts'
import type { ReadRows } from './insert-rows.ts'
import { eachPacked, type UnchangedPack } from './packed-unchanged.ts'
import type { Tables } from './tables.ts'

/** The pages of a crawl that had not changed, by their numbers: some 20 bytes each. */
export interface UnchangedPages {
  /** The crawls that store them. */
  readonly bases: readonly number[]
  /** The crawl that stores a page; null for one that is not among them. */
  baseOf(number: number): number | null
  get(number: number): UnchangedAnswer | null
  /** In the order of their numbers. */
  each(visit: (number: number, isWell: boolean) => void): void
  add(answer: UnchangedAnswer): void
  addPack(pack: UnchangedPack): void
}

/** None so far. */
export function unchangedPages(): UnchangedPages {
  const bases: number[] = []
  /** One more than the place in `bases`; 0 for a number that is not among them. */
  const places = numberList(Uint16Array)
  const times = numberList(Float64Array)
  const durations = numberList(Uint32Array)
  /** Attempts, doubled and one more where all is well. */
  const marks = numberList(Uint32Array)
  let end = 0

  const placeOf = (base: number): number => {
    const known = bases.indexOf(base)
    return known < 0 ? bases.push(base) : known + 1
  }
  const put = (place: number, number: number, time: number, duration: number, marksOf: number): void => {
    places.set(number, place)
    times.set(number, time)
    durations.set(number, duration)
    marks.set(number, marksOf)
    end = Math.max(end, number + 1)
  }
  const baseOf = (number: number): number | null => bases[places.get(number) - 1] ?? null
  const isWell = (number: number): boolean => (marks.get(number) & 1) === 1

  return {
    bases,
    baseOf,
    get: (number) => {
      const sameAs = baseOf(number)
      if (sameAs === null) return null
      const attempts = marks.get(number) >>> 1
      const [observedAt, duration] = [times.get(number), durations.get(number)]
      return { number, observedAt, duration, attempts, isWell: isWell(number), sameAs }
    },
    each: (visit) => {
      for (let number = 0; number < end; number += 1)
        if (places.get(number) > 0) visit(number, isWell(number))
    },
    add: ({ number, sameAs, observedAt, duration, attempts, isWell: well }) =>
      put(placeOf(sameAs), number, observedAt, duration, attempts * 2 + (well ? 1 : 0)),
    addPack: (pack) => {
      const place = placeOf(pack.base)
      eachPacked(pack, (number, observedAt, duration, marksOf) =>
        put(place, number, observedAt, duration, marksOf),
      )
    },
  }
}

/** Reads the pages of a crawl that had not changed. */
export function unchangedReader(database: Kysely<Tables>, readRows: ReadRows) {
  return (crawl: number): UnchangedPages => {
    const pages = unchangedPages()
    const query = database
      .selectFrom('crawl_unchanged')
      .select(['base_id', 'observed_at', 'answers'])
      .where('crawl_id', '=', crawl)
      .orderBy('base_id')
    for (const row of readRows(query.compile())) {
      const [base, observedAt, bytes] = row as readonly [number, number | string, Uint8Array]
      pages.addPack({ base, observedAt: Number(observedAt), bytes })
    }
    return pages
  }
}
