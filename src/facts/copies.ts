import { addPeriod, type Day, type Period, subtractPeriod } from '../core/day.ts'
import type { Entry } from './page.ts'
import { sameTitle, titleKey } from './title-likeness.ts'

/** An entry whose day is known. */
export type DatedEntry = Entry & { readonly date: Day }

/** What one list holds that the other one should have too, and whether it has. */
export interface Comparison {
  /** How many entries the other one has. */
  readonly common: number
  /** Entries that it lacks, from the time that both lists cover. */
  readonly missing: readonly DatedEntry[]
  /** Entries newer than anything in the other list, which it lacks. */
  readonly newer: readonly DatedEntry[]
}

const isDated = (entry: Entry): entry is DatedEntry => entry.date !== null

/** The entries of a list that have a day, up to `asOf`. */
export const datedEntries = (entries: readonly Entry[], asOf: Day): readonly DatedEntry[] =>
  entries.filter(isDated).filter((entry) => entry.date <= asOf)

const latest = (days: readonly Day[]): Day | null => [...days].sort().at(-1) ?? null

/** The newest day of a list. */
export const newestOf = (entries: readonly DatedEntry[]): Day | null => latest(entries.map((one) => one.date))

/** How far back a list reaches: its last rows, so that an old entry pinned to the top does not count. */
export const reachOf = (entries: readonly DatedEntry[]): Day | null =>
  latest(entries.slice(-3).map((one) => one.date))

/** Addresses that stand for one title only: those say that two entries are one, whatever they are called. */
function tellingAddresses(entries: readonly Entry[]): ReadonlySet<string> {
  const titles = new Map<string, Set<string>>()
  for (const { address, title } of entries) {
    if (address === null) continue
    titles.set(address, (titles.get(address) ?? new Set()).add(titleKey(title)))
  }
  return new Set([...titles].flatMap(([address, keys]) => (keys.size === 1 ? [address] : [])))
}

/** Tells whether a list has an entry, under its title or one like it, or by the same address. */
export function holderOf(entries: readonly Entry[]): (entry: Entry) => boolean {
  const keys = new Set(entries.map((one) => titleKey(one.title)))
  const addresses = tellingAddresses(entries)
  return (entry) =>
    keys.has(titleKey(entry.title)) ||
    (entry.address !== null && addresses.has(entry.address)) ||
    entries.some((other) => sameTitle(entry.title, other.title))
}

/**
 * Holds the entries of one list against the other. Entries younger than `grace`, and such as may stand on a further page
 * of the other list (older than it reaches, with `grace` for days that differ), are left out.
 */
export function compared(
  own: readonly DatedEntry[],
  other: readonly DatedEntry[],
  has: (entry: Entry) => boolean,
  grace: Period,
  asOf: Day,
): Comparison {
  const [reach, newest] = [reachOf(other), newestOf(other)]
  if (reach === null || newest === null) return { common: 0, missing: [], newer: [] }
  const settled = own.filter((entry) => entry.date <= subtractPeriod(asOf, grace))
  const shared = settled.filter((entry) => entry.date > addPeriod(reach, grace) && entry.date <= newest)
  return {
    common: own.filter(has).length,
    missing: shared.filter((entry) => !has(entry)),
    newer: settled.filter((entry) => entry.date > newest && !has(entry)),
  }
}
