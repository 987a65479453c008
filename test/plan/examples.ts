import { type Day, parseDay } from '../../src/core/day.ts'
import { NO_CALENDAR } from '../../src/core/work-calendar.ts'
import type { Item, UnitSelector } from '../../src/policy/item.ts'
import type { Pack } from '../../src/policy/pack.ts'
import { parseRegistryFiles } from '../../src/registry/read-registry.ts'
import type { Registry } from '../../src/registry/registry.ts'
import { filesOf, ITEMS, type Rows } from '../registry/files.ts'

/** An item, owed by whom the selector says; what is not given is plain. */
export const item = (id: string, owedBy: Partial<UnitSelector>, rest: Partial<Item> = {}): Item => ({
  id,
  section: id.slice(0, 1),
  title: `事项${id}`,
  clause: '',
  owedBy: { units: [], groups: [], ...owedBy },
  maintenance: 'submitted',
  stage: null,
  cadences: [],
  manual: null,
  ...rest,
})

/** A pack with these items and no rules. */
export const packOf = (...items: readonly Item[]): Pack => ({
  id: 'test',
  version: '1',
  title: '',
  source: '',
  hash: '',
  sections: [],
  items: new Map(items.map((one) => [one.id, one])),
  rules: new Map(),
  checkTitles: new Map(),
  general: [],
  scoring: {
    severities: { minor: 1, serious: 1, critical: 1, veto: 1 },
    sections: {},
    minimumWeight: 0,
    vetoes: [],
    grades: [],
    minimumCoverage: 0,
  },
  thresholds: { due: 0, overdue: 0.5, longOverdue: 1 },
  calendar: NO_CALENDAR,
})

/** A registry with these rows. */
export const registryOf = (rows: Rows): Registry => parseRegistryFiles(filesOf(rows), ITEMS)

export const day = (text: string): Day => {
  const read = parseDay(text)
  if (read === null) throw new Error(`${text} is no day`)
  return read
}
