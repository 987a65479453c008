import { InputError } from '../core/errors.ts'
import type { ItemId } from '../core/ids.ts'
import { parseColumns } from './columns.ts'
import { NOTICE_COLUMNS, parseNotices } from './notices.ts'
import type { Registry } from './registry.ts'
import { parseServices } from './services.ts'
import type { TextFile } from './table.ts'
import { parseUnits } from './units.ts'

/** The registry's files as texts. Notices may be left out: then nothing is declared. */
export interface RegistryTexts {
  readonly units: TextFile
  readonly columns: TextFile
  readonly services: TextFile
  readonly notices?: TextFile
}

const NO_NOTICES: TextFile = { name: 'notices.csv', text: NOTICE_COLUMNS.join(',') }

/**
 * Texts to types, cross-checked against the policy's items. Throws {@link InputError} with every problem of every file,
 * each with file, line, column and value, in the order of the files and their lines.
 */
export function parseRegistry(texts: RegistryTexts, items: ReadonlySet<ItemId>, hash: string): Registry {
  const units = parseUnits(texts.units, items)
  const columns = parseColumns(texts.columns, units, items)
  const services = parseServices(texts.services, units)
  const notices = parseNotices(texts.notices ?? NO_NOTICES, units)
  const problems = [units, columns, services, notices].flatMap((file) =>
    [...file.problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  )
  if (problems.length > 0) throw new InputError(problems)
  return {
    units: units.units,
    columns: columns.list,
    services: services.list,
    notices: notices.list,
    hash,
  }
}
